import { spawn } from "node:child_process";
import type { Socket } from "node:net";

/**
 * Has a server stopped once this process has ended, however it did. It may be called off when the server is stopped.
 *
 * A shell waits for the end of a pipe that only this process holds. The server's own file must still name it: its number
 * may be another program's by then.
 */
export function endWithThisProcess(server: number, pidFile: string): () => void {
  const script = 'cat >/dev/null; [ "$(head -n 1 "$2")" = "$1" ] && kill -INT "$1"';
  const watch = spawn("sh", ["-c", script, "sh", String(server), pidFile], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Without a shell the server outlives a process that is killed, until the folder is opened again.
  watch.on("error", () => undefined);
  watch.unref();
  (watch.stdin as Socket | null)?.unref();
  return () => void watch.kill();
}
