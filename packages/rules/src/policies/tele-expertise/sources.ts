import { citing, type Source } from "../../language/index.js";

export const faq = citing("tele-expertise-faq");
export const platformPage = citing("omnidoc-platform-page");
export const medicalAgreement6 = citing("medical-agreement-6");
export const medicalAgreement9 = citing("medical-agreement-9");
export const medicalAgreement2024 = citing("medical-agreement-2024");
export const speechTherapistsAgreement = citing("speech-therapists-agreement-18");
export const midwivesAgreement = citing("midwives-agreement-5");
export const nursesAgreement = citing("nurses-agreement-9");
export const physiotherapistsAgreement = citing("physiotherapists-agreement-7");
export const podiatristsAgreement = citing("podiatrists-agreement-5");
export const dentistsAgreement = citing("dentists-agreement-1");
export const publicHealthCode = citing("public-health-code");

export const sources = {
  "tele-expertise-faq": {
    title: "Frequently asked questions about tele-expertise",
    kind: "guidance",
    dated: false,
    checkedOn: "2026-11-21",
  },
  "omnidoc-platform-page": {
    title: "Omnidoc, page of the tele-expertise platform with questions and answers",
    kind: "guidance",
    dated: false,
    checkedOn: "2026-11-21",
  },
  "medical-agreement-6": {
    title: "Amendment 6 to the national agreement of physicians of 2016, signed 14 June 2018",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "medical-agreement-9": {
    title: "Amendment 9 to the national agreement of physicians of 2016, order of 22 September 2021",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "medical-agreement-2024": {
    title: "National agreement of physicians of 2024, order of 20 June 2024",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "speech-therapists-agreement-18": {
    title: "Amendment 18 to the national agreement of speech therapists, published 28 October 2021",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "midwives-agreement-5": {
    title: "Amendment 5 to the national agreement of midwives, published 19 March 2022",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "nurses-agreement-9": {
    title: "Amendment 9 to the national agreement of nurses, published 18 November 2022",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "physiotherapists-agreement-7": {
    title: "Amendment 7 to the national agreement of physiotherapists, published 25 August 2023",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "podiatrists-agreement-5": {
    title: "Amendment 5 to the national agreement of podiatrists, published 6 September 2023",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "dentists-agreement-1": {
    title: "Amendment 1 to the national agreement of dentists, published 18 January 2025",
    kind: "agreement",
    dated: true,
    checkedOn: "2026-11-21",
  },
  "public-health-code": {
    title: "Public health code (code de la santé publique)",
    kind: "statute",
    dated: true,
    checkedOn: "2026-11-21",
  },
} satisfies Readonly<Record<string, Source>>;
