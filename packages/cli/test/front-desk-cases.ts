/** Situations of a front desk, for every test that prints them. */
export const decidedOpinion = {
  act: { on: "2026-11-23", region: "metropolitan", sameHealthCentre: false },
  requester: { profession: "physician" },
  responder: { profession: "physician" },
  patient: { hospitalisedAtRequester: false },
  consent: {
    given: true,
    informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
  },
  request: { urgent: false, channel: "dedicated-platform" },
  usage: { responderActs: 1, requesterActs: 0 },
};

/** The same opinion with every fact known: the way of most cases of a file. */
export const completeOpinion = {
  ...decidedOpinion,
  patient: {
    longTermCondition: false,
    rareDisease: false,
    underservedArea: false,
    medicoSocialResident: false,
    detained: false,
    hospitalisedAtRequester: false,
    knownToResponder: false,
  },
  request: { ...decidedOpinion.request, complex: false, dentalCase: "none" },
  usage: { responderLevel1Acts: 0, responderLevel2Acts: 0, responderActs: 1, requesterActs: 0 },
};

export const openOpinion = { ...decidedOpinion, requester: {}, usage: { responderActs: 1 } };

export const recordWithoutKeeper = {
  request: {
    receivedOn: "2026-11-19",
    by: "patient",
    written: true,
    scanned: true,
    identityCardScanned: true,
    assignedTo: "nobody",
  },
  record: {
    specialties: ["general"],
    heldDocuments: ["signed-quote"],
    neverMadeDocuments: [],
    newestInformationOn: "2026-06-30",
    oldestInformationOn: "2019-09-12",
  },
  practitioner: { status: "temporarily-absent" },
  delivery: { mode: "registered-mail", on: "2026-11-26", handedOver: false, acknowledgementScanned: false },
};
