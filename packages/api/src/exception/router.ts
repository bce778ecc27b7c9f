import { trpc } from "../trpc/trpc.ts";
import { decideException } from "./decide-exception.ts";
import { endException } from "./end-exception.ts";
import { exceptionOptions } from "./exception-options.ts";
import { getException } from "./get-exception.ts";
import { listExceptions } from "./list-exceptions.ts";
import { requestException } from "./request-exception.ts";
import { serviceExceptions } from "./service-exceptions.ts";

export const exceptionRouter = trpc.router({
  list: listExceptions,
  get: getException,
  ofService: serviceExceptions,
  options: exceptionOptions,
  request: requestException,
  decide: decideException,
  end: endException,
});
