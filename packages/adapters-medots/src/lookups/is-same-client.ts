import type { WireClient, WireNewClient } from "../wire/client.js";

/** Whether somebody who is registered is the one to be registered: by names, telephone and, where told, birth date. */
export function isSameClient(registered: WireClient, wanted: WireNewClient): boolean {
  return (
    sameName(registered.surname, wanted.surname) &&
    sameName(registered.name, wanted.name) &&
    (wanted.secondName === undefined ||
      registered.secondName === undefined ||
      sameName(registered.secondName, wanted.secondName)) &&
    (wanted.birthdate === undefined || registered.birthdate === wanted.birthdate) &&
    sameNumber(registered.phone ?? "", wanted.phone)
  );
}

/** Whether two names are the same to who reads them: of whatever case, with ё or е. */
export function sameName(left: string, right: string): boolean {
  const plain = (name: string): string =>
    name.normalize("NFC").trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
  return plain(left) === plain(right);
}

/** By the last ten digits: the same Russian number is written with +7, with 8 or with neither. */
export function sameNumber(left: string, right: string): boolean {
  const digits = (phone: string): string => phone.replace(/\D/g, "").slice(-10);
  return digits(left) !== "" && digits(left) === digits(right);
}
