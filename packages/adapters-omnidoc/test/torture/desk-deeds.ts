import { GuichetError } from "@guichet/rules";
import { readIntent, readRecord, recordIntent, sql, type TenantTransaction } from "@guichet/sync";
import { InvariantBroken } from "@guichet/sync/testing";
import {
  askOpinion,
  billedBefore,
  claimOpinion,
  opinionsFeed,
  readOpinions,
  recordBilled,
  type OpinionWish,
} from "@guichet/adapters-omnidoc";
import type { TeleExpertiseRole } from "@guichet/rules/desk";
import { clientOf, professionals, type OpinionClinic } from "./clinics.js";
import type { Deed, Role, Simulation } from "./simulation.js";

/** Somebody asks for an opinion. */
export function askDeed(
  { watch }: Simulation,
  clinic: OpinionClinic,
  role: Role,
  asked: { readonly reference: string; readonly wish: OpinionWish },
): Deed {
  const { tenant, settings } = clinic;
  const { reference, wish } = asked;
  watch.asked.add(`${tenant} ${reference}`);
  return {
    name: `ask ${reference}`,
    role,
    clinic,
    isAskedAgain: true,
    run: async (store) => {
      const came = await store.transaction((transaction) =>
        askOpinion(transaction, wish, { reference, settings }),
      );
      if (came.action !== "request") throw new TypeError(came.action);
      watch.acknowledged.push({ tenant, kind: "request-opinion", reference });
      return came.intent.isNew ? "recorded" : "known";
    },
  };
}

/** Somebody withdraws a request as they see it here. */
export function withdrawDeed(
  { watch }: Simulation,
  clinic: OpinionClinic,
  role: Role,
  { reference, remoteId }: { readonly reference: string; readonly remoteId: string },
): Deed {
  const { tenant } = clinic;
  const kind = "withdraw-opinion";
  return {
    name: `withdraw ${remoteId}`,
    role,
    clinic,
    isAskedAgain: true,
    run: async (store) => {
      const came = await store.transaction(async (transaction) => {
        await refuseOthers(transaction);
        if (await readIntent(transaction, kind, reference)) return "known";
        const record = await readRecord(transaction, opinionsFeed, remoteId);
        if (record === undefined) return "not heard of";
        const { version } = record;
        await recordIntent(transaction, { kind, reference, payload: { remoteId, version }, decision: null });
        return "recorded";
      });
      if (came !== "not heard of") watch.acknowledged.push({ tenant, kind, reference });
      return came;
    },
  };
}

/** An act that somebody noted as billed. */
interface Act {
  readonly tenant: string;
  readonly role: TeleExpertiseRole;
  readonly remoteId: string;
  readonly professional: string;
  readonly ins: string;
  readonly year: string;
}

/** What was noted as billed, and what may have been: a history's own account. */
export class Bills {
  readonly #tried = new Map<string, Act>();
  readonly #noted = new Map<string, Act>();

  /** Somebody bills an opinion that is answered. */
  deed(clinic: OpinionClinic, role: Role, remoteId: string): Deed {
    const { settings, tenant } = clinic;
    return {
      name: `bill ${remoteId}`,
      role,
      clinic,
      isAskedAgain: true,
      run: async (store, process) => {
        const client = clientOf(clinic, process.surroundings);
        const { signal } = new AbortController();
        const [opinion] = await readOpinions({ client, settings }, [remoteId], signal).catch(
          (error: unknown) => {
            if (GuichetError.isInstance(error)) return [];
            throw error;
          },
        );
        const { ins, answeredOn } = opinion ?? {};
        if (opinion === undefined || ins === undefined || answeredOn === undefined) return "not answered";
        const acts: Act[] = [];
        await store.transaction(async (transaction) => {
          await refuseOthers(transaction);
          const wholeFor = new Set(professionals);
          const least = [...this.#noted.values()];
          const before = await billedBefore(transaction, opinion, { ...settings, wholeFor });
          const claims = claimOpinion({ opinion, facts, before });
          if (claims.status !== "answered") throw new TypeError(claims.status);
          for (const side of ["responder", "requester"] as const) {
            const claim = claims[side];
            const professional = opinion[side].number ?? "";
            const act = { tenant, role: side, remoteId, professional, ins, year: answeredOn.slice(0, 4) };
            const counted = before[side].acts.filter(({ year }) => String(year) === act.year).length;
            const [atLeast, atMost] = [least, this.#tried.values()].map((all) => countBeside(act, all));
            if (counted < (atLeast ?? 0) || counted > (atMost ?? 0))
              throw new InvariantBroken(
                "I2",
                `${counted} acts are counted beside ${side} ${remoteId}: ${atLeast ?? 0} were noted, and ${atMost ?? 0} tried`,
              );
            if (claim.status !== "claim") continue;
            this.#tried.set(`${tenant} ${side} ${remoteId}`, act);
            if (await recordBilled(transaction, { opinion, role: side, claim }, settings)) acts.push(act);
          }
        });
        for (const act of acts) this.#noted.set(`${tenant} ${act.role} ${remoteId}`, act);
        return `${acts.length} noted`;
      },
    };
  }

  get noted(): number {
    return this.#noted.size;
  }
}

const facts = {
  act: { region: "metropolitan", sameHealthCentre: false },
  patient: { hospitalisedAtRequester: false },
  consent: {
    given: true,
    informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
  },
} as const;

function countBeside(act: Act, all: Iterable<Act>): number {
  return [...all].filter(
    (other) =>
      other.remoteId !== act.remoteId &&
      (["tenant", "role", "professional", "ins", "year"] as const).every((key) => other[key] === act[key]),
  ).length;
}

/** Whoever asks for everything sees nothing but the clinic's own. */
async function refuseOthers({ tenant, query }: TenantTransaction): Promise<void> {
  const others = await query(sql`
    select tenant from guichet.records where tenant <> ${tenant}
    union all select tenant from guichet.intents where tenant <> ${tenant}`);
  if (others.length > 0) throw new InvariantBroken("apart", `${tenant} sees rows of another clinic`);
}
