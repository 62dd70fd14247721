import type {
  AppointmentStatus,
  Clinic,
  ClinicService,
  DeskWorkOptions,
  FrontDesk,
  MedotsClinic,
  MedotsOptions,
} from "@guichet/adapters-medots";
import * as z from "zod";
import { day, positive, seconds, secret, zone, type FieldsOf } from "./config-fields.js";

const status = z.enum({
  pending: "pending",
  booked: "booked",
  arrived: "arrived",
  fulfilled: "fulfilled",
  cancelled: "cancelled",
  noshow: "noshow",
  unknown: "unknown",
} satisfies { readonly [Status in AppointmentStatus]: Status });

const honours = {
  idempotencyKeys: z.boolean().exactOptional(),
  versions: z.boolean().exactOptional(),
} satisfies FieldsOf<NonNullable<MedotsOptions["honours"]>>;

/** But the key, which is named, and the clinics: a configuration describes one at a time. */
const options = {
  baseUrl: z.string(),
  identity: z.string().min(1),
  authorization: z.enum(["bearer", "bare"]).exactOptional(),
  newId: z.enum(["object", "first-of-data", "either"]).exactOptional(),
  referenceIn: z.enum(["note", "clientComment", "none"]).exactOptional(),
  cancelBy: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
  statuses: z.record(z.string(), status).exactOptional(),
  repeatedTime: z.enum(["first", "second"]).exactOptional(),
  honours: z.strictObject(honours).exactOptional(),
  overlapSeconds: z.int().min(0).exactOptional(),
} satisfies FieldsOf<Omit<MedotsOptions, "secretKey" | "clinics">>;

const clinic = { clinicId: z.int(), zone } satisfies FieldsOf<MedotsClinic>;

/** But how often the waitlist is gone through: there is one where the desk is described. */
const readings = {
  pullEverySeconds: seconds.exactOptional(),
  reconcileEverySeconds: seconds.exactOptional(),
  followedFrom: day.exactOptional(),
} satisfies FieldsOf<Omit<DeskWorkOptions, "offerEverySeconds">>;

const service = {
  id: z.string().min(1),
  specialty: z.string(),
  durationMinutes: positive,
  appointmentTypeId: z.int(),
  entryTypeIds: z.array(z.int()).readonly(),
} satisfies FieldsOf<ClinicService>;

/** But its number and zone, which stand above, and its lines of service: a worker prices nothing. */
const described = {
  address: z.string(),
  appointmentSourceId: z.int(),
  services: z.array(z.strictObject(service)).readonly(),
} satisfies FieldsOf<Omit<Clinic, keyof MedotsClinic | "serviceLines">>;

/** But what it is made with; its key is named, and its policies are amended by files. */
const limits = {
  holdSeconds: seconds.exactOptional(),
  daysAhead: positive.exactOptional(),
} satisfies FieldsOf<Omit<FrontDesk, "clinic" | "client" | "store" | "recordKey" | "policies">>;

const desk = z.strictObject({
  ...described,
  ...limits,
  recordKey: secret,
  /** Files with the clinic's own changes to `waitlist-offer`, the policy that a worker decides. */
  amendments: z.array(z.string().min(1)).exactOptional(),
  offerEverySeconds: seconds.exactOptional(),
});

/** A clinic on MEDOTS: every option of its adapter, but those that are left out above. */
export const medotsConfig = z.strictObject({
  ...options,
  ...clinic,
  ...readings,
  secretKey: secret,
  allowLoopback: z.boolean().exactOptional(),
  /** With it, the waitlist is offered what is free. */
  desk: desk.exactOptional(),
});

export type MedotsConfig = z.infer<typeof medotsConfig>;
