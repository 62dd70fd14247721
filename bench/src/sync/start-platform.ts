import { fork } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { MedotsClient } from "@guichet/adapters-medots";
import { defaultKey } from "@guichet/adapters-medots/simulator";
import { surroundingsOfProcess } from "@guichet/sync";
import { guardedFetch } from "@guichet/sync/http";

/** Where the simulator's process listens, and the client whose appointments are made. */
export interface Listening {
  readonly url: string;
  readonly clientId: number;
}

/** What its journal says was made through the interface, and what the process took. */
export interface Account {
  readonly made: number;
  /** Different times of practitioners among what was made. */
  readonly slots: number;
  /** Everything that stands there, whoever made it. */
  readonly standing: number;
  readonly cpuSeconds: number;
}

/** A simulated platform in another process, asked over loopback HTTP. */
export interface Platform extends Listening {
  readonly client: MedotsClient;
  readonly account: () => Promise<Account>;
  /** Somebody at the clinic deletes one appointment in a hundred. */
  readonly removeSome: () => Promise<Account>;
  readonly stop: () => Promise<void>;
}

export async function startPlatform({
  users,
  appointments = 0,
}: {
  readonly users: number;
  readonly appointments?: number;
}): Promise<Platform> {
  // Beside the script that measures: this file is bundled, who knows where.
  const script = join(dirname(process.argv[1] ?? ""), "simulated-platform.mjs");
  const child = fork(script, [String(users), String(appointments)]);
  const [{ url, clientId }] = (await once(child, "message")) as [Listening];
  const ask = async (text: string): Promise<Account> => {
    child.send(text);
    const [account] = (await once(child, "message")) as [Account];
    return account;
  };
  const baseUrl = `${url}/api/v2`;
  const client = new MedotsClient(
    { ...defaultKey, baseUrl, clinics: [{ clinicId: 1, zone: "Europe/Moscow" }] },
    {
      clock: surroundingsOfProcess().clock,
      fetch: guardedFetch({ baseUrl, platform: "medots", allowLoopback: true }),
    },
  );
  return {
    url,
    clientId,
    client,
    account: () => ask("account"),
    removeSome: () => ask("remove"),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
