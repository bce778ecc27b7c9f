import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { downloadBinaries, type Source } from "./download-binaries.ts";

const PROGRAM = Buffer.from("#!/bin/sh\necho kwok\n");
const ETCD = Buffer.from("x".repeat(3000));
const ARCHIVE = gzipSync(tarOf({ "etcd-v1/README": Buffer.from("read me"), "etcd-v1/etcd": ETCD }));
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

let server: Server;
let folder: string;
let answers: Record<string, Buffer | string | undefined>;

/** A tar archive as `tar --format=ustar` writes it, as far as it is read. */
function tarOf(files: Record<string, Buffer>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(content.length.toString(8).padStart(11, "0"), 124);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-download-"));
  answers = {
    "/kwok": PROGRAM,
    "/kwok.sha256": `${sha256(PROGRAM)}  kwok\n`,
    "/etcd.tar.gz": ARCHIVE,
    "/SHA256SUMS": `${sha256(PROGRAM)}  other.tar.gz\n${sha256(ARCHIVE)}  etcd.tar.gz\n`,
  };
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ""];
    // What is not there never answers, as a network that swallows packets.
    if (answer !== undefined) response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function sources(): Source[] {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return [
    { program: "kwok", address: `${base}/kwok`, checksums: `${base}/kwok.sha256` },
    { program: "etcd", address: `${base}/etcd.tar.gz`, checksums: `${base}/SHA256SUMS`, inside: "etcd-v1/etcd" },
  ];
}

const download = () => downloadBinaries(sources(), { to: folder, onProgress: () => {}, patienceMs: 300 });

test("programs are fetched, checked, taken out of their archive and made executable", async () => {
  expect(await download()).toMatchObject({ ok: true });
  expect(readFileSync(join(folder, "kwok"))).toEqual(PROGRAM);
  expect(readFileSync(join(folder, "etcd"))).toEqual(ETCD);
});

test("a wrong checksum leaves nothing behind", async () => {
  answers["/etcd.tar.gz"] = gzipSync(tarOf({ "etcd-v1/etcd": Buffer.from("something else") }));
  expect(await download()).toMatchObject({ ok: false, error: expect.stringContaining("checksum") });
  expect(readdirSync(folder)).toEqual([]);
});

test("a server that does not answer is given up", async () => {
  answers["/kwok"] = undefined;
  expect(await download()).toMatchObject({ ok: false, error: expect.stringContaining("no answer from 127.0.0.1") });
  expect(readdirSync(folder)).toEqual([]);
});

test("a checksum that nobody publishes is no checksum", async () => {
  answers["/kwok.sha256"] = "not found";
  expect(await download()).toMatchObject({ ok: false, error: expect.stringContaining("no checksum is published") });
});
