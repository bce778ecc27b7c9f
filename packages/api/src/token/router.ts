import { trpc } from "../trpc/trpc.ts";
import { issueToken } from "./issue-token.ts";
import { listTokens } from "./list-tokens.ts";
import { revokeToken } from "./revoke-token.ts";

export const tokenRouter = trpc.router({ list: listTokens, issue: issueToken, revoke: revokeToken });
