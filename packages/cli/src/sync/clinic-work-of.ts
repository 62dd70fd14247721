import {
  forgetEnded,
  forgetEvents,
  tellQueued,
  type Chore,
  type ClinicWork,
  type TenantStore,
} from "@guichet/sync";
import type { ReceiveWebhook } from "@guichet/sync/webhooks";
import { medotsWork } from "./medots-work.js";
import { observedReceiver } from "./observed-receiver.js";
import { omnidocWork } from "./omnidoc-work.js";
import type { PlatformWork } from "./platform-work.js";
import type { ClinicConfig } from "./sync-config.js";
import { tracedCarrier, tracedFeed } from "./traced.js";
import type { WorkSurroundings } from "./work-surroundings.js";

/** A clinic that is kept in step: what a worker does for it, and who takes its webhooks, by platform. */
export interface ServedClinic {
  readonly work: ClinicWork;
  readonly receivers: ReadonlyMap<string, ReceiveWebhook>;
}

/** All that is to be done for a clinic, on every platform it uses. */
export function clinicWorkOf(
  clinic: TenantStore,
  config: ClinicConfig,
  surroundings: WorkSurroundings,
): ServedClinic {
  const { tenant } = clinic;
  const works: readonly PlatformWork[] = [
    ...(config.medots ? [medotsWork(clinic, config.medots, surroundings)] : []),
    ...(config.omnidoc ? [omnidocWork(clinic, config.omnidoc, surroundings)] : []),
  ];
  return {
    work: {
      clinic,
      carriers: works.flatMap(({ carriers }) => carriers).map(tracedCarrier),
      feeds: works.flatMap(({ feeds }) => feeds).map((feed) => tracedFeed(feed, tenant)),
      chores: [
        ...works.flatMap(({ chores = [] }) => chores),
        tellQueued(surroundings.observe),
        forgetting,
        ...retaining(config),
      ],
    },
    receivers: new Map(
      works.flatMap(({ platform, receive }) =>
        receive
          ? [[platform, observedReceiver(receive, { tenant, source: platform, ...surroundings })] as const]
          : [],
      ),
    ),
  };
}

/** Longer than any platform goes on sending an event again. */
const keptDays = 30;

const forgetting: Chore = {
  name: "forget-events",
  everySeconds: 3600,
  run: (clinic) => clinic.transaction((transaction) => forgetEvents(transaction, keptDays)),
};

/** How long records are kept is the clinic's to say: what is forgotten does not come back. */
function retaining({ retention }: ClinicConfig): readonly Chore[] {
  if (retention === undefined) return [];
  const run: Chore["run"] = (clinic, signal) => forgetEnded(clinic, retention.endedAfterDays, signal);
  return [{ name: "forget-ended", everySeconds: 24 * 3600, run }];
}
