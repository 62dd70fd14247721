import { describe, expect, it } from "vitest";
import { GuichetError } from "@guichet/rules";
import { readBaseUrl } from "./base-url.js";

const read = (baseUrl: string, allowLoopback = false) =>
  readBaseUrl({ platform: "medots", baseUrl, allowLoopback });

function problemWith(baseUrl: string, allowLoopback = false): string | undefined {
  try {
    read(baseUrl, allowLoopback);
    return undefined;
  } catch (error) {
    return GuichetError.isInstance(error) && error.code === "base-url-refused" ? error.message : "no code";
  }
}

describe("a base URL", () => {
  it.each([
    "https://clinic.example",
    "https://clinic.example:8443/api/v2/",
    "https://8.8.8.8/",
    "https://[2a00::1]/",
  ])("may be %s", (baseUrl) => {
    expect(problemWith(baseUrl)).toBeUndefined();
  });

  it.each([
    ["http://clinic.example", "not https"],
    ["ftp://clinic.example", "not https"],
    ["file:///etc/passwd", "not https"],
    ["clinic.example", "not an absolute URL"],
    ["//clinic.example", "not an absolute URL"],
    ["", "not an absolute URL"],
    ["https://desk@clinic.example", "a user name or a password"],
    ["https://:secret@clinic.example", "a user name or a password"],
    ["https://clinic.example?token=1", "a query or a fragment"],
    ["https://clinic.example#top", "a query or a fragment"],
    ["https://127.0.0.1", "not public"],
    ["https://2130706433", "not public"],
    ["https://0x7f.1", "not public"],
    ["https://017700000001", "not public"],
    ["https://127.1", "not public"],
    ["https://１２７.0.0.1", "not public"],
    ["https://[::1]", "not public"],
    ["https://[::ffff:127.0.0.1]", "not public"],
    ["https://[::ffff:a9fe:a9fe]", "not public"],
    ["https://[fd00::1]", "not public"],
    ["https://0", "not public"],
    ["https://169.254.169.254", "not public"],
    ["https://10.1.2.3", "not public"],
    ["https://100.64.0.1", "not public"],
    ["https://224.0.0.1", "not public"],
    ["https:\\\\10.0.0.1", "not public"],
  ])("may not be %s: %s", (baseUrl, problem) => {
    expect(problemWith(baseUrl)).toContain(problem);
    expect(problemWith(baseUrl)).toMatch(/^medots, base URL: [^\n]+; [^\n]+$/);
  });

  it("says what is wrong without the credentials it holds", () => {
    expect(problemWith("https://desk:hunter2@clinic.example")).not.toMatch(/desk|hunter2/);
  });

  it.each(["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "https://127.0.0.1"])(
    "may be this machine when that is asked for: %s",
    (baseUrl) => {
      expect(problemWith(baseUrl, true)).toBeUndefined();
      expect(problemWith(baseUrl, false)).toBeDefined();
    },
  );

  it.each([
    "http://clinic.example",
    "http://localhost.clinic.example",
    "http://10.0.0.1",
    "https://10.0.0.1",
  ])("is no other machine when this one is asked for: %s", (baseUrl) => {
    expect(problemWith(baseUrl, true)).toBeDefined();
  });
});
