import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A platform over HTTP whose journal is the truth. It breaks the connection after some of its effects. */
export interface NotesPlatform {
  readonly url: string;
  /** The references it carried out, in order, each as often as it did. */
  readonly journal: readonly string[];
  readonly close: () => Promise<void>;
}

export async function notesPlatform(): Promise<NotesPlatform> {
  const journal: string[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    const reference = new URL(request.url ?? "/", "http://notes").searchParams.get("reference") ?? "";
    asked += 1;
    if (request.method === "POST") {
      journal.push(reference);
      if (asked % 7 === 0) request.socket.destroy();
      else response.end(JSON.stringify({ id: `note-${reference}` }));
    } else {
      response.statusCode = journal.includes(reference) ? 200 : 404;
      response.end(JSON.stringify({ id: `note-${reference}` }));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notes`,
    journal,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
