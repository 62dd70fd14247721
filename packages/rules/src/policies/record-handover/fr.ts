import { shippedLocale } from "../../language/index.js";
import { recordHandover } from "./policy.js";

export const recordHandoverFr = shippedLocale(recordHandover, {
  locale: "fr",
  cases: {
    "RH-3": "Le praticien exerce dans le centre : c’est lui qui réunit les pièces du dossier.",
    "RH-10":
      "Le praticien ne fait plus partie de l’effectif du centre : le référent secrétariat reprend la demande et veille à la remise des pièces.",
    "RH-3-assigned": "Le praticien est momentanément absent et le centre lui a laissé la demande.",
    "RH-10-assigned":
      "Le praticien est momentanément absent et le centre a confié la demande au référent secrétariat.",
    "RH-3-absent":
      "La procédure ne dit pas qui prépare le dossier pendant l’absence momentanée du praticien : le centre doit désigner quelqu’un.",
    "RH-4":
      "Quelle que soit la spécialité, le dossier comprend le devis signé, les radiographies panoramiques et rétro-alvéolaires, le plan de traitement détaillé depuis la première consultation et les factures acquittées.",
    "RH-5": "En implantologie s’ajoutent une copie du passeport implantaire et l’examen scanner.",
    "RH-7":
      "En orthodontie s’ajoutent la demande d’entente préalable ainsi que les moulages et modèles d’étude.",
    "RH-4-missing":
      "Une pièce exigée manque tant qu’elle n’est pas au dossier, sauf si elle n’a jamais été établie pour ce patient.",
    "RH-6": "L’original du passeport implantaire reste au centre ; seule une copie peut sortir.",
    "RH-1": "Tout commence par une demande écrite, numérisée dans le dossier.",
    "RH-2": "La pièce d’identité du demandeur est numérisée avec la demande.",
    "RH-13": "Qui demande le dossier d’une autre personne justifie de sa qualité.",
    "RH-8":
      "La remise en main propre donne lieu à une décharge signée par le patient, numérisée avec la pièce d’identité.",
    "RH-9": "L’envoi en recommandé donne lieu à un avis de réception, numérisé dans le dossier.",
    "RH-1-filed": "La demande est classée : elle est écrite et numérisée.",
    "RH-2-filed": "La pièce d’identité jointe à la demande est classée.",
    "RH-13-filed": "Le justificatif de qualité est classé.",
    "RH-8-receipt-filed": "La décharge est classée : elle est signée et numérisée.",
    "RH-8-identity-filed": "La pièce d’identité jointe à la décharge est classée.",
    "RH-9-filed": "L’avis de réception est classé.",
    "RH-1-missing": "Un justificatif exigé manque tant qu’il n’est pas classé au dossier.",
    "RH-12-earliest":
      "La loi laisse au demandeur un délai de réflexion : le dossier ne sort pas avant le {decision.earliestHandoverOn}.",
    "RH-12-old":
      "Même les informations les plus récentes datent de plus de cinq ans : le délai légal prolongé s’applique et le dossier est remis au plus tard le {decision.latestHandoverOn}.",
    "RH-12-recent":
      "Le dossier contient des informations qui ne datent pas de plus de cinq ans : le délai légal ordinaire s’applique et le dossier est remis au plus tard le {decision.latestHandoverOn}.",
    "RH-12-old-part":
      "Une partie des informations date de plus de cinq ans : elle peut suivre jusqu’au {decision.oldPartLatestHandoverOn}.",
    "RH-12-no-old-part": "Aucune partie du dossier n’a de délai propre.",
    "RH-12-late": "La date de remise est postérieure à la date limite légale.",
    "RH-12-not-late": "La date de remise ne dépasse pas la date limite légale.",
    "RH-11": "L’envoi d’un dossier patient par courriel est exclu dans tous les cas.",
    "RH-9-ordinary-mail": "Par voie postale, un dossier ne part qu’en recommandé avec avis de réception.",
    "RH-9-not-foreseen":
      "La procédure prévoit la remise en main propre et l’envoi en recommandé ; elle ne dit rien de ce mode de remise, qui est donc refusé.",
    "RH-12-too-early": "La date de remise tombe pendant le délai de réflexion qui suit la demande.",
    "RH-11-left": "Le dossier est parti par courriel, ce qui n’est jamais permis.",
    "RH-9-left": "Le dossier est parti en courrier simple au lieu d’un recommandé.",
    "RH-4-left": "Le dossier est parti alors qu’une pièce exigée manquait.",
    "RH-1-left": "Le dossier est parti sans qu’il y ait de demande écrite.",
    "RH-11-report": "Le dossier est parti en méconnaissance de la procédure : il faut le signaler.",
    "RH-1-obtain": "Il n’y a pas de demande écrite : il faut la faire établir.",
    "RH-2-scan":
      "Une pièce de la demande n’est pas classée (l’écrit, la pièce d’identité ou le justificatif de qualité) : il faut la numériser.",
    "RH-10-decide": "Personne n’est chargé de cette demande : le centre doit désigner quelqu’un.",
    "RH-9-choose": "La remise telle que saisie est refusée : il faut convenir d’un mode et d’une date admis.",
    "RH-4-gather": "Des pièces exigées manquent : il faut les réunir.",
    "RH-8-hand-over":
      "La demande est classée, les pièces sont réunies et le mode de remise est admis : le dossier peut être remis.",
    "RH-8-file": "Le dossier est parti : il reste à numériser les justificatifs de remise qui manquent.",
    "RH-8-closed": "Le dossier est parti et tous les justificatifs sont classés : plus rien n’est à faire.",
  },
  remarks: {
    "RH-1-statute":
      "La loi n’impose aucune forme de demande ; l’écrit est une règle propre au centre, et il est exigé ici.",
    "RH-4-statute":
      "La loi vise l’ensemble des informations de santé détenues : la liste des pièces est un minimum, non une limite.",
    "RH-9-statute":
      "La loi laisse au demandeur le choix entre la consultation sur place et l’envoi de copies ; la procédure du centre est plus étroite, et c’est elle qui est appliquée ici.",
    "RH-13-statute":
      "La procédure ne parle que du patient. Selon la loi, les titulaires de l’autorité parentale, les représentants des majeurs protégés et, après un décès, les ayants droit et le partenaire peuvent aussi demander le dossier, de même, selon la jurisprudence, qu’un mandataire : ici, ils présentent un justificatif de qualité.",
    "RH-12-start":
      "La procédure n’est pas datée : elle est appliquée à compter du jour où la loi a ouvert au patient l’accès à son dossier.",
    "RH-12-window":
      "La procédure ne fixe aucun délai : ceux de la loi sont appliqués, et ses 48 heures sont comptées comme deux jours entiers.",
    "RH-12-mixed":
      "La loi parle d’informations, non de dossiers. Quand un dossier réunit des informations récentes et anciennes, la partie récente suit le délai court et la partie ancienne le délai long ; une information est ancienne quand sa cinquième année s’est achevée avant le jour de réception de la demande.",
    "RH-10-same-list":
      "La procédure dresse la liste des pièces pour un praticien présent ; retenir la même liste après son départ est notre lecture.",
    "RH-4-never-made":
      "La procédure dresse la même liste pour tous et ne dit rien d’une pièce jamais établie pour ce patient : elle ne compte pas comme manquante.",
    "RH-7-letters":
      "En orthodontie, la procédure ne désigne une pièce que par le sigle DEP : il est lu comme la demande d’entente préalable.",
    "RH-13-which-proof":
      "Il revient au centre d’apprécier le justificatif de qualité. Rien n’est décidé ici pour les ayants droit, qui n’ont accès qu’à une partie du dossier et indiquent leur motif, pour le mineur qui passe par un médecin ou s’oppose à l’accès de ses parents, ni pour le médecin désigné pour recevoir le dossier.",
    "RH-12-psychiatry":
      "La loi accorde aussi deux mois quand la commission des soins psychiatriques est saisie : ce cas n’est pas traité ici.",
    "RH-8-order":
      "La procédure dit ce qu’il faut faire, sans ordre : n’indiquer qu’une étape à la fois, dans cet ordre, est notre lecture.",
    "RH-11-consequence":
      "La procédure ne dit pas ce qu’il advient d’un dossier parti incomplet ou sans demande écrite : c’est un manquement. Une demande écrite qui n’est pas encore numérisée reste une étape à rattraper, et un mode de remise qu’elle ne prévoit pas reste refusé sans être un manquement.",
    "RH-4-not-decided":
      "Rien n’est décidé ici sur le prix des copies, la remise des originaux des moulages et des radiographies, ni la durée de conservation du dossier. La consultation sur place est gratuite.",
  },
  values: {
    patient: "le patient",
    "other-entitled-person": "une autre personne habilitée",
    nobody: "personne",
    practitioner: "le praticien",
    "secretariat-lead": "le référent secrétariat",
    general: "omnipratique",
    implantology: "implantologie",
    orthodontics: "orthodontie",
    "signed-quote": "devis signé",
    "panoramic-radiographs": "radiographies panoramiques",
    "periapical-radiographs": "radiographies rétro-alvéolaires",
    "treatment-plan-since-first-visit": "plan de traitement depuis la première consultation",
    "paid-invoices": "factures acquittées",
    "implant-passport-copy": "copie du passeport implantaire",
    "implant-passport-original": "original du passeport implantaire",
    "ct-scan": "examen scanner",
    "prior-approval-request": "demande d’entente préalable (DEP)",
    "study-casts": "moulages et modèles d’étude",
    present: "présent dans le centre",
    "temporarily-absent": "momentanément absent",
    departed: "ne fait plus partie de l’effectif",
    "in-hand": "en main propre",
    "registered-mail": "recommandé avec avis de réception",
    "ordinary-mail": "courrier simple",
    email: "courriel",
    other: "autre mode",
    unregulated: "non prévu",
    "written-request": "demande écrite",
    "identity-card": "pièce d’identité",
    "proof-of-authority": "justificatif de qualité",
    "signed-receipt": "décharge signée",
    "identity-card-with-receipt": "pièce d’identité jointe à la décharge",
    "acknowledgement-of-receipt": "avis de réception",
    "delivery-by-email": "envoi par courriel",
    "delivery-by-ordinary-mail": "envoi en courrier simple",
    "delivery-not-foreseen": "mode de remise non prévu",
    "before-reflection-period": "avant la fin du délai de réflexion",
    "left-by-email": "parti par courriel",
    "left-by-ordinary-mail": "parti en courrier simple",
    "left-incomplete": "parti incomplet",
    "left-without-request": "parti sans demande écrite",
    "report-breach": "signaler le manquement",
    "obtain-written-request": "faire établir une demande écrite",
    "scan-request-and-identity": "numériser la demande et les justificatifs d’identité",
    "decide-who-is-responsible": "désigner un responsable",
    "choose-permitted-delivery": "choisir une remise admise",
    "gather-documents": "réunir les pièces",
    "hand-over": "remettre le dossier",
    "file-evidence": "classer les justificatifs",
    closed: "terminé",
    none: "aucun",
  },
  valuesOf: {
    "decision.oldPartLatestHandoverOn": { none: "pas de délai propre" },
  },
  labels: {
    title: "Remise du dossier d’un patient",
    question:
      "Que faut-il avant que le dossier de ce patient quitte le centre, qui le prépare, comment et quand peut-il partir, et que faut-il classer ?",
    facts: {
      "request.receivedOn": "date de réception de la demande",
      "request.by": "demandeur",
      "request.written": "la demande est écrite",
      "request.scanned": "la demande écrite est numérisée",
      "request.identityCardScanned": "la pièce d’identité est numérisée avec la demande",
      "request.authorityProofScanned": "le justificatif de qualité est numérisé",
      "request.assignedTo": "personne désignée pour la demande",
      "record.specialties": "spécialités du dossier",
      "record.heldDocuments": "pièces réunies",
      "record.neverMadeDocuments": "pièces jamais établies pour ce patient",
      "record.newestInformationOn": "date de l’information la plus récente",
      "record.oldestInformationOn": "date de l’information la plus ancienne",
      "practitioner.status": "situation du praticien",
      "delivery.mode": "mode de remise",
      "delivery.on": "date de remise",
      "delivery.handedOver": "le dossier est parti",
      "delivery.receiptSigned": "la décharge est signée",
      "delivery.receiptScanned": "la décharge est numérisée",
      "delivery.identityCardScanned": "la pièce d’identité est numérisée avec la décharge",
      "delivery.acknowledgementScanned": "l’avis de réception est numérisé",
    },
    decisions: {
      responsible: "qui prépare le dossier",
      requiredDocuments: "pièces exigées",
      missingDocuments: "pièces manquantes",
      withheldDocuments: "pièces qui restent au centre",
      requiredEvidence: "justificatifs exigés",
      filedEvidence: "justificatifs classés",
      missingEvidence: "justificatifs manquants",
      refusals: "motifs de refus de la remise",
      breaches: "manquements à la procédure",
      nextStep: "prochaine étape",
      earliestHandoverOn: "remise possible à partir du",
      newestIsRecentUntil: "l’information la plus récente compte comme récente jusqu’au",
      oldestIsRecentUntil: "l’information la plus ancienne compte comme récente jusqu’au",
      latestHandoverOn: "remise au plus tard le",
      oldPartLatestHandoverOn: "échéance de la partie ancienne",
      deadlineMissed: "le délai est dépassé",
    },
    rates: {},
    given: {
      "oldest-not-after-newest": "L’information la plus ancienne n’est pas postérieure à la plus récente.",
    },
    laws: {
      "only-permitted-ways":
        "Aucun dossier n’est admis à partir par courriel, en courrier simple ou d’une manière que la procédure ne prévoit pas.",
      "original-passport-stays":
        "L’original du passeport implantaire ne figure jamais parmi les pièces à remettre.",
      "nothing-in-reflection-period":
        "Aucun dossier n’est admis à sortir avant la fin du délai de réflexion.",
      "complete-before-leaving":
        "Aucun dossier n’est admis à sortir tant qu’il manque une pièce ou la demande.",
      "closed-only-when-filed": "Aucune demande n’est close tant qu’il manque un justificatif.",
      "gathering-helps": "Réunir une pièce de plus n’en fait jamais manquer une autre.",
      "newer-never-means-longer": "Une information plus récente ne donne jamais plus de temps au centre.",
      "waiting-never-cures-lateness": "Remettre plus tard ne rattrape jamais un délai dépassé.",
    },
    sources: {
      "record-handover-procedure": "Remise des dossiers patients, procédure d’un centre dentaire (sans date)",
      "public-health-code":
        "Code de la santé publique : L1111-7 (depuis le 5 mars 2002, version du 1er novembre 2021), R1111-1 (version du 31 mai 2021), R1111-2 (version du 1er janvier 2024)",
    },
    sections: {
      "whole procedure": "procédure entière",
      "each specialty, 2": "chaque spécialité, 2",
      "each specialty, 4": "chaque spécialité, 4",
      "each specialty, 2 and 4": "chaque spécialité, 2 et 4",
      "implantology, 2": "implantologie, 2",
      "orthodontics, 2": "orthodontie, 2",
      "orthodontics, 2, DEP read as the prior-approval request":
        "orthodontie, 2, DEP étant lu comme la demande d’entente préalable",
      "each specialty, 1": "chaque spécialité, 1",
      "art. R1111-1": "art. R1111-1",
      "each specialty, 3": "chaque spécialité, 3",
      "each specialty, 1 and 3": "chaque spécialité, 1 et 3",
      "art. L1111-7, 48 hours read as two whole days":
        "art. L1111-7, 48 heures étant lues comme deux jours entiers",
      "art. L1111-7": "art. L1111-7",
      "art. L1111-7 and R1111-1": "art. L1111-7 et R1111-1",
      "art. L1111-7, applied to the old part of a mixed record":
        "art. L1111-7, appliqué à la partie ancienne d’un dossier mixte",
      "closing warning": "avertissement final",
      "each specialty, 1 to 3, and closing warning": "chaque spécialité, 1 à 3, et avertissement final",
      "each specialty, 3, and closing warning": "chaque spécialité, 3, et avertissement final",
      "art. R1111-2": "art. R1111-2",
      "art. L1111-7, version of 2002-03-05": "art. L1111-7, version du 5 mars 2002",
      "each specialty, 1 to 3": "chaque spécialité, 1 à 3",
    },
    units: {},
  },
});
