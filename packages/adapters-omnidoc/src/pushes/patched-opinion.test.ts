import type { RemoteRecord } from "@guichet/sync";
import { describe, expect, it } from "vitest";
import { platform } from "../platform.fixture.js";
import type { OpinionBody } from "../to-facts/opinion-item.js";
import type { PatchOperation } from "../wire/fhir-patch.js";
import { patchedOpinion } from "./patched-opinion.js";

const { settings } = platform();
const split = settings.dialect.extensions.splitActiveStatus;
const version = "3".padStart(20, "0");
const body: OpinionBody = { askedOn: "2026-11-23", requester: "10000000001", patient: "a-pseudonym" };

const record = (status: string, more: OpinionBody = {}): RemoteRecord<OpinionBody> => ({
  ...{ remoteId: "r-1", version, status, reference: "reference-1", isGone: false },
  body: { ...body, ...more },
});

const after = (from: RemoteRecord<OpinionBody>, ...operations: readonly PatchOperation[]) =>
  patchedOpinion(from, operations, settings);

const replaced = (path: string, value?: string): PatchOperation => ({ type: "replace", path, value });
const ofSplit = `ServiceRequest.extension.where(url='${split}')`;

describe("a patched request", () => {
  it.each<{ before: string; now: string; operations: readonly PatchOperation[] }>([
    {
      ...{ before: "in-progress", now: "on-hold" },
      operations: [replaced("ServiceRequest.status", "on-hold")],
    },
    { before: "on-hold", now: "active", operations: [replaced("ServiceRequest.status", "active")] },
    {
      ...{ before: "in-progress", now: "revoked" },
      operations: [replaced("ServiceRequest.status", "cancelled")],
    },
    { before: "in-progress", now: "unknown", operations: [replaced("ServiceRequest.status", "parked")] },
    ...[
      `${ofSplit}.value`,
      `${ofSplit}.value.ofType(code)`,
      `ServiceRequest.extension('${split}').value`,
    ].map((path) => ({ before: "ready", now: "in-progress", operations: [replaced(path, "in_progress")] })),
    { before: "ready", now: "active", operations: [{ type: "delete", path: ofSplit }] },
    {
      ...{ before: "draft", now: "ready" },
      operations: [
        replaced("ServiceRequest.status", "active"),
        { type: "add", path: "ServiceRequest", name: "extension", value: { url: split, value: "ready" } },
      ],
    },
  ])("$before is then $now, and keeps everything else", ({ before, now, operations }) => {
    expect(after(record(before), ...operations)).toEqual({
      ...{ remoteId: "r-1", version: `${version}+`, status: now, reference: "reference-1", body },
    });
  });

  it("is answered on the day the patch names, and on a day nobody knows where it names none", () => {
    const completed = replaced("ServiceRequest.status", "completed");
    const days = [
      ...[{ name: "occurrence" }, { name: "occurrenceDateTime" }].map(({ name }) => ({
        ...{ type: "add", path: "ServiceRequest", name, value: "2026-11-24T12:00:00+01:00" },
      })),
      replaced("ServiceRequest.occurrence", "2026-11-24"),
      replaced("ServiceRequest.occurrence.ofType(dateTime)", "2026-11-24"),
    ];
    for (const day of days)
      expect(after(record("in-progress"), completed, day)?.body).toEqual({
        ...body,
        answeredOn: "2026-11-24",
      });
    expect(after(record("in-progress"), completed)).toMatchObject({ status: "completed" });
    expect(after(record("in-progress"), completed)?.body).toEqual(body);
    const undone = { type: "delete", path: "ServiceRequest.occurrence" };
    expect(after(record("completed", { answeredOn: "2026-11-20" }), undone)?.body).toEqual(body);
  });

  it("keeps its day when something else is patched, and is then the version it was", () => {
    const answered = record("completed", { answeredOn: "2026-11-20" });
    for (const operation of [
      replaced("ServiceRequest.status", "completed"),
      replaced("ServiceRequest.note[0].text", "…"),
      { type: "add", path: "ServiceRequest", name: "note" },
      { type: "delete", path: "ServiceRequest.reasonCode" },
      { type: "add", path: "ServiceRequest", name: "extension", value: { url: "https://another.example" } },
      replaced("ServiceRequest.extension.where(url='https://another.example').value", "ready"),
    ])
      expect(after(answered, operation)).toEqual({
        ...{ remoteId: "r-1", version, status: "completed", reference: "reference-1", body: answered.body },
      });
  });

  it.each<PatchOperation>([
    replaced("ServiceRequest.status"),
    { type: "delete", path: "ServiceRequest.status" },
    replaced("ServiceRequest.status.extension[0].value", "on-hold"),
    replaced("status", "on-hold"),
    replaced("$this.status", "on-hold"),
    replaced("ServiceRequest.occurrence"),
    replaced("ServiceRequest.occurrence.start", "2026-11-24"),
    replaced("ServiceRequest.extension[0].value", "ready"),
    { type: "move", path: "ServiceRequest.extension" },
    { type: "add", path: "ServiceRequest", name: "extension" },
    replaced(`${ofSplit}.value`),
    { type: "insert", path: `${ofSplit}.value`, value: "ready" },
    replaced("ServiceRequest.performer[0]"),
    { type: "add", path: "ServiceRequest", name: "performer" },
    replaced("ServiceRequest.subject.reference", "Patient/p-2"),
    replaced("ServiceRequest.requester.identifier.value", "10000000003"),
    replaced("ServiceRequest.authoredOn", "2026-11-22"),
    { type: "delete", path: "ServiceRequest.identifier" },
    { type: "add", path: "ServiceRequest" },
    replaced("Patient.name", "…"),
  ])("is not known where %o needs the whole request", (operation) => {
    const onHold = replaced("ServiceRequest.status", "on-hold");
    expect(after(record("in-progress"), onHold)).toBeDefined();
    expect(after(record("in-progress"), onHold, operation)).toBeUndefined();
  });
});
