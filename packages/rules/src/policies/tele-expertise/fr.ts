import { shippedLocale } from "../../language/index.js";
import { teleExpertise } from "./policy.js";

export const teleExpertiseFr = shippedLocale(teleExpertise, {
  locale: "fr",
  cases: {
    "TE-0": "À la date de l’acte, l’assurance maladie ne prend pas encore en charge la téléexpertise.",
    "TE-1-eligible": "Rien ne s’oppose à la téléexpertise.",
    "TE-1-refused":
      "Une condition au moins n’est pas remplie : la demande ne peut pas être traitée en téléexpertise.",
    "TE-2": "L’échange doit passer par une messagerie sécurisée de santé ou par une plateforme dédiée.",
    "TE-4":
      "Le patient n’entre dans aucune des situations alors prises en charge : affection de longue durée, maladie rare, zone sous-dense, EHPAD ou établissement médico-social, détention.",
    "TE-5": "La demande est urgente ; la téléexpertise n’est pas prévue pour l’urgence.",
    "TE-6-consent": "Le consentement du patient manque ; il doit être recueilli avant toute demande d’avis.",
    "TE-6-information":
      "Le patient doit encore être informé, avant la demande, des points suivants : {decision.consentToObtain}.",
    "TE-6-to-tell":
      "Avant de consentir, le patient est informé du motif de la demande, de l’identité et de la spécialité du professionnel requis, et de la façon dont la réponse lui parviendra.",
    "TE-7-requester":
      "À la date de l’acte, seules ces professions peuvent solliciter un avis : {rate.entitledRequesters}.",
    "TE-7-responder": "Seul un médecin, une sage-femme ou un chirurgien-dentiste peut rendre l’avis.",
    "TE-8-level-1":
      "Le professionnel requis a atteint, pour ce patient, le plafond de l’année civile : {rate.level1ActsPerYear} avis de niveau 1.",
    "TE-8-level-2":
      "Le professionnel requis a atteint, pour ce patient, le plafond de l’année civile : {rate.level2ActsPerYear} avis de niveau 2.",
    "TE-8-requester":
      "Le requérant a atteint, pour ce patient, le plafond de l’année civile : {rate.requesterActsPerYear} demandes facturées.",
    "TE-8-responder":
      "Le professionnel requis a atteint, pour ce patient, le plafond de l’année civile : {rate.responderActsPerYear} avis facturés.",
    "TE-9-level-1":
      "Niveau 1 : le professionnel requis ne connaît pas encore le patient, ou la demande n’exige pas l’analyse de plusieurs éléments.",
    "TE-9-level-2":
      "Niveau 2 : le professionnel requis connaît déjà le patient et plusieurs éléments sont à analyser.",
    "TE-10-level-1":
      "Le professionnel requis facture TE1 à {decision.responderFeeCents} ; {decision.requesterFeeCents} entrent dans le forfait annuel du requérant.",
    "TE-10-level-2":
      "Le professionnel requis facture TE2 (niveau 2) à {decision.responderFeeCents} ; {decision.requesterFeeCents} entrent dans le forfait annuel du requérant.",
    "TE-11-level": "Il n’y a qu’un seul niveau, que la question soit circonscrite ou complexe.",
    "TE-11-requester-act": "Le requérant facture l’acte RQD.",
    "TE-11-requester-fee": "La rémunération du requérant est de {decision.requesterFeeCents}.",
    "TE-11-responder-act": "Le professionnel requis facture l’acte TE2.",
    "TE-11-responder-fee": "La rémunération du professionnel requis est de {decision.responderFeeCents}.",
    "TE-12-lump-sum":
      "Le requérant ne facture rien : l’assurance maladie lui verse un forfait pour l’ensemble de l’année, au début de l’année suivante.",
    "TE-12-per-act": "Le requérant facture son propre acte, qui lui est réglé à ce titre.",
    "TE-12-requester-claim": "La facture du requérant identifie le professionnel requis et le patient.",
    "TE-12-responder-claim": "La facture du professionnel requis identifie le requérant et le patient.",
    "TE-13":
      "L’acte est réglé en tiers payant et remboursé intégralement ; il n’admet ni dépassement ni cumul avec un autre acte.",
    "TE-14-requester":
      "À la date de l’acte, la profession du requérant ne lui permettait pas de facturer sa demande ; il pouvait néanmoins solliciter l’avis.",
    "TE-14-requester-dentist":
      "Un chirurgien-dentiste ne facture sa demande qu’en cas de suspicion de cancer buccal ou de maladie rare à expression bucco-dentaire.",
    "TE-14-responder":
      "À la date de l’acte, la profession de celui qui répond ne lui permettait pas de facturer son avis ; il pouvait néanmoins le rendre.",
    "TE-14-responder-dentist":
      "Un chirurgien-dentiste ne facture son avis que pour un résident d’un établissement médico-social qu’il connaît déjà ou, à la demande d’un confrère dentiste, en cas de suspicion de cancer buccal ou de maladie rare à expression bucco-dentaire.",
    "TE-17-centre-requester":
      "Les deux professionnels exercent sur le même site d’une maison de santé : la demande n’est pas facturable.",
    "TE-17-centre-responder":
      "Les deux professionnels exercent sur le même site d’une maison de santé : l’avis n’est pas facturable.",
    "TE-17-stay-requester":
      "Le patient est hospitalisé dans l’établissement requérant, qui supporte lui-même la dépense : la demande n’est pas facturable.",
    "TE-17-stay-responder":
      "Le patient est hospitalisé dans l’établissement requérant, qui supporte lui-même la dépense : l’avis n’est pas facturable à l’assurance maladie.",
  },
  remarks: {
    "TE-1":
      "Ni la spécialité, ni le secteur, ni le lieu d’exercice ne restreignent l’accès des médecins : chacun peut demander un avis comme en rendre un, même à un confrère de sa propre spécialité.",
    "TE-12-ceiling":
      "Sur une année entière, le forfait d’un requérant ne dépasse pas {rate.yearlyLumpSumCeiling}.",
    "TE-15":
      "La demande est adressée à un professionnel désigné, ou à une spécialité et, dans ce cas, à un professionnel disponible de cette spécialité.",
    "TE-16":
      "Il revient au requérant de décider s’il sollicite un avis ; aucun tableau clinique n’y fait obstacle, après une consultation comme après un acte technique, au cabinet ou au domicile du patient.",
    "TE-3-opening":
      "La page de la plateforme annonce l’ouverture à tous les patients pour 2020 ; selon la convention, elle a pris effet le 1er avril 2022. Jusqu’au 31 mars 2022, seules les situations énumérées sont prises en charge.",
    "TE-9-both":
      "Pour le niveau 2, la page de la plateforme demande un patient connu du professionnel requis et une demande complexe ; l’extrait de la nomenclature consulté ne cite que la situation complexe. Les deux sont exigés.",
    "TE-11-code":
      "TE2 désigne l’acte de niveau 2 jusqu’au 31 mars 2022, et l’acte unique depuis le 1er avril 2022 : le code se lit avec la date de l’acte, jamais seul.",
    "TE-10-overseas":
      "Une majoration existait dans les départements d’outre-mer ; son montant n’a pas été trouvé, et les tarifs de métropole sont appliqués.",
    "TE-6-before":
      "Pour ces années, les sources ne demandent que le consentement du patient ; les quatre points à lui exposer viennent d’un texte postérieur et ne sont pas exigés.",
    "TE-13-before":
      "Le non-cumul avec un autre acte n’est énoncé que pour les années depuis 2022 ; il est supposé valoir avant.",
    "TE-17-before":
      "Pour ces années, rien n’a été trouvé sur deux professionnels d’une même maison de santé ni sur un patient hospitalisé dans l’établissement requérant : ni l’un ni l’autre n’est examiné.",
    "TE-4-epidemic":
      "Le texte des règles particulières de l’épidémie, à partir du 10 mars 2020, n’a pas été consulté : les actes de cette période suivent les règles ordinaires. Les actes pour les résidents d’EHPAD avant le 10 février 2019 ne sont pas traités.",
    "TE-8-year":
      "Aucune source ne dit si l’année est l’année civile ou les douze mois qui suivent le premier acte : c’est l’année civile qui est retenue.",
    "TE-14-reports":
      "Les conventions n’ont pas été lues en entier : une bonne part de ce qui en est cité vient de pages de l’assurance maladie, des professions et de plateformes qui les rapportent. La citation porte alors la mention « probable ».",
    "TE-3": "Tous les patients peuvent en bénéficier, pour tout motif de demande.",
    "TE-7-everybody":
      "Tout professionnel de santé peut solliciter un avis ; le droit de facturer la demande est une autre question.",
    "TE-12-who-bills":
      "La foire aux questions laisse le seul professionnel requis coter l’acte ; selon la convention, le requérant facture RQD depuis le 1er avril 2022. Chacun facture son acte et désigne l’autre ; que la facture du requérant désigne le professionnel requis est probable.",
    "TE-8-counting":
      "La foire aux questions compte quatre avis par an et par patient ; un exposé de la convention les compte par professionnel qui facture et par patient. Chaque professionnel est compté à part, dans chaque rôle.",
    "TE-8-size":
      "Des pages générales accordent quatre actes par an à tout requérant ; les conventions des sages-femmes, des masseurs-kinésithérapeutes et des pédicures-podologues en accordent deux. Deux pour ces trois professions, quatre pour les médecins et les infirmiers.",
    "TE-7-auxiliaries":
      "La foire aux questions ouvre l’échange entre tous les auxiliaires médicaux ; selon le code, tout professionnel de santé demande et seules les professions médicales répondent. Chacun peut demander ; médecins, sages-femmes et chirurgiens-dentistes répondent ; la facturation est décidée à part.",
    "TE-5-guidance":
      "La foire aux questions écarte les demandes urgentes ; les conventions ne disent rien de l’urgence. Les demandes urgentes sont refusées.",
    "TE-3-start":
      "L’acte unique a commencé le 1er avril 2022 selon l’assurance maladie, en mars 2022 selon une page locale : le 1er avril 2022 est retenu.",
    "TE-14-start-speech-therapists":
      "Pour les orthophonistes, le début est le 6 avril 2022 selon une plateforme, le 1er avril 2022 selon la nomenclature, et le 28 avril 2022 en comptant six mois depuis la publication : le 6 avril 2022 est retenu.",
    "TE-14-start-midwives":
      "Pour les sages-femmes, le début est le 5 septembre 2022 selon l’assurance maladie, mars ou le 1er avril 2022 selon d’autres pages, et le 19 septembre 2022 en comptant six mois depuis la publication : le 5 septembre 2022 est retenu.",
    "TE-14-start-nurses":
      "Pour les infirmiers, le début est le 23 mars 2023 selon deux éditeurs de logiciels, et le 18 mai 2023 en comptant six mois depuis la publication : le 23 mars 2023 est retenu.",
    "TE-14-start-dentists":
      "Pour les chirurgiens-dentistes, le début est le 1er février 2025 selon l’assurance maladie, et le 26 janvier 2025 selon un éditeur de logiciels : le 1er février 2025 est retenu.",
    "TE-8-no-number":
      "Pour les orthophonistes et les chirurgiens-dentistes, aucun plafond annuel n’a été trouvé : quatre est retenu, comme pour les médecins.",
    "TE-8-levels":
      "Aucune source ne dit si les avis facturés par niveau de janvier à mars 2022 comptent dans le nombre d’actes uniques de 2022 : ils comptent, car la foire aux questions compte les téléexpertises par an, quel que soit l’acte.",
    "TE-14-others":
      "Pour les orthoptistes, les pharmaciens et les autres professions, un droit de demander a été trouvé, mais aucun acte à facturer : ils demandent et ne facturent pas.",
    "TE-14-dentist-resident":
      "Que le chirurgien-dentiste doive connaître le résident d’un établissement médico-social n’est dit que par une plateforme : s’il ne le connaît pas, l’avis n’est pas facturé.",
    "TE-11-overseas":
      "Les tarifs d’outre-mer viennent d’une seule plateforme, qui ne dit pas depuis quel jour ils valent : ils sont appliqués aux mêmes dates que ceux de métropole.",
    "TE-17-sources":
      "Que deux professionnels d’un même site de maison de santé ne facturent pas n’est dit que par une page locale ; que personne ne facture pour un patient hospitalisé dans l’établissement requérant, par une plateforme et un guide de facturation.",
    "TE-8-volume":
      "Le plafond de la part des actes à distance dans l’activité annuelle d’un médecin limite une année, non un acte : il n’est pas traité ici.",
    "TE-12-answer-time":
      "Une seule source donne sept jours au professionnel requis pour répondre ; l’effet sur la facturation n’est pas connu, et ce délai n’est pas examiné.",
  },
  values: {
    metropolitan: "métropole",
    overseas: "département d’outre-mer",
    physician: "médecin",
    midwife: "sage-femme",
    dentist: "chirurgien-dentiste",
    "speech-therapist": "orthophoniste",
    nurse: "infirmier",
    "advanced-practice-nurse": "infirmier en pratique avancée",
    physiotherapist: "masseur-kinésithérapeute",
    podiatrist: "pédicure-podologue",
    orthoptist: "orthoptiste",
    pharmacist: "pharmacien",
    "other-health-professional": "autre professionnel de santé",
    reason: "motif de la demande",
    "responder-identity": "identité du professionnel requis",
    "responder-specialty": "spécialité du professionnel requis",
    "return-mode": "mode de retour de la réponse",
    "secure-health-messaging": "messagerie sécurisée de santé",
    "dedicated-platform": "plateforme dédiée",
    "ordinary-email": "courriel ordinaire",
    phone: "téléphone",
    other: "autre voie",
    none: "aucun",
    "medico-social-resident": "résident d’un établissement médico-social",
    "oral-cancer-or-rare-disease":
      "suspicion de cancer buccal ou de maladie rare à expression bucco-dentaire",
    "not-covered-yet": "pas encore prise en charge",
    "patient-category-not-eligible": "patient hors des situations prises en charge",
    "consent-missing": "consentement absent",
    "consent-information-incomplete": "information du patient incomplète",
    "urgent-request": "demande urgente",
    "channel-not-secure": "voie d’échange non sécurisée",
    "requester-not-entitled": "profession non habilitée à demander",
    "responder-not-entitled": "profession non habilitée à répondre",
    "1": "niveau 1",
    "2": "niveau 2",
    single: "niveau unique",
    TE1: "TE1",
    TE2: "TE2",
    RQD: "RQD",
    "annual-lump-sum": "forfait annuel",
    "per-act": "à l’acte",
    "profession-cannot-bill": "profession ne pouvant pas facturer",
    "annual-cap-reached": "plafond annuel atteint",
    "same-health-centre": "même site d’une maison de santé",
    "hospital-stay": "patient hospitalisé chez le requérant",
    "third-party-payment": "tiers payant",
    "fully-reimbursed": "remboursement intégral",
    "no-extra-fee": "sans dépassement d’honoraires",
    "not-combinable": "non cumulable avec un autre acte",
    "requester-identifier": "identifiant du requérant",
    "responder-identifier": "identifiant du professionnel requis",
    "patient-identifier": "identifiant du patient",
  },
  valuesOf: {
    "request.dentalCase": { none: "hors des cas de la convention dentaire" },
    "decision.level": { none: "aucun niveau" },
    "decision.responderAct": { none: "aucun acte" },
    "decision.requesterAct": { none: "aucun acte" },
    "decision.requesterPayment": { none: "aucune rémunération" },
  },
  labels: {
    title: "Téléexpertise",
    question: "Cet avis peut-il être demandé, rendu et facturé, à quel niveau et à quel tarif ?",
    facts: {
      "act.on": "date de l’acte",
      "act.region": "région dont le tarif s’applique",
      "act.sameHealthCentre": "même site d’une maison de santé",
      "requester.profession": "profession du requérant",
      "responder.profession": "profession du professionnel requis",
      "patient.longTermCondition": "affection de longue durée (ALD)",
      "patient.rareDisease": "maladie rare",
      "patient.underservedArea": "résidence en zone sous-dense",
      "patient.medicoSocialResident": "résidence en EHPAD ou en établissement médico-social",
      "patient.detained": "personne détenue",
      "patient.hospitalisedAtRequester": "hospitalisation dans l’établissement requérant",
      "patient.knownToResponder": "patient déjà connu du professionnel requis",
      "consent.given": "consentement recueilli",
      "consent.informedOf": "points sur lesquels le patient est informé",
      "request.urgent": "demande urgente",
      "request.channel": "voie de l’échange",
      "request.complex": "plusieurs éléments à analyser",
      "request.dentalCase": "cas prévu par la convention dentaire",
      "usage.responderLevel1Acts":
        "avis de niveau 1 déjà facturés dans l’année par le professionnel requis pour ce patient",
      "usage.responderLevel2Acts":
        "avis de niveau 2 déjà facturés dans l’année par le professionnel requis pour ce patient",
      "usage.responderActs": "avis déjà facturés dans l’année par le professionnel requis pour ce patient",
      "usage.requesterActs": "demandes déjà facturées dans l’année par le requérant pour ce patient",
    },
    decisions: {
      refusals: "obstacles à la téléexpertise",
      consentToObtain: "points restant à expliquer au patient",
      eligible: "téléexpertise possible",
      level: "niveau",
      responderBillingRefusals: "obstacles à la facturation de l’avis",
      requesterBillingRefusals: "obstacles à la facturation de la demande",
      responderAct: "acte du professionnel requis",
      responderFeeCents: "rémunération du professionnel requis",
      requesterAct: "acte du requérant",
      requesterFeeCents: "rémunération du requérant",
      requesterPayment: "mode de rémunération du requérant",
      billing: "conditions de facturation",
      responderClaimIdentifiers: "identifiants portés sur la facture du professionnel requis",
      requesterClaimIdentifiers: "identifiants portés sur la facture du requérant",
      dentalCaseAllowsAnswer: "cas dans lequel un dentiste peut facturer un avis",
      dentalCaseAllowsRequest: "cas dans lequel un dentiste peut facturer une demande",
    },
    rates: {
      entitledRequesters: "professions pouvant solliciter un avis",
      level1AnswerFee: "tarif du professionnel requis, niveau 1",
      level1RequestFee: "part du requérant, niveau 1",
      level2AnswerFee: "tarif du professionnel requis, niveau 2",
      level2RequestFee: "part du requérant, niveau 2",
      yearlyLumpSumCeiling: "plafond du forfait annuel du requérant",
      answerFee: "tarif du professionnel requis",
      requestFee: "tarif du requérant",
      level1ActsPerYear: "avis de niveau 1 par an, par professionnel requis et par patient",
      level2ActsPerYear: "avis de niveau 2 par an, par professionnel requis et par patient",
      responderActsPerYear: "avis par an, par professionnel requis et par patient",
      requesterActsPerYear: "demandes par an, par requérant et par patient",
    },
    given: {},
    laws: {
      "no-consent-no-opinion": "Aucun avis n’est demandé sans le consentement du patient.",
      "no-opinion-over-open-channels": "Aucun avis ne transite par courriel ordinaire ni par téléphone.",
      "nothing-paid-when-refused": "Rien n’est payé pour un avis qui ne peut pas être rendu.",
      "answers-are-medical":
        "Seul un médecin, une sage-femme ou un chirurgien-dentiste est rémunéré pour un avis.",
      "requester-paid-one-way": "Le requérant rémunéré au forfait annuel ne facture pas d’acte.",
      "telling-more-leaves-less": "Plus le patient est informé, moins il reste à lui expliquer.",
      "more-answers-pay-no-more":
        "D’un avis à l’autre dans l’année, le professionnel requis n’est jamais payé davantage pour en avoir facturé plus.",
      "more-requests-pay-no-more":
        "D’une demande à l’autre dans l’année, le requérant n’est jamais payé davantage pour en avoir facturé plus.",
    },
    sources: {
      "tele-expertise-faq": "Questions fréquentes sur la téléexpertise",
      "omnidoc-platform-page": "Omnidoc, page de la plateforme de téléexpertise avec questions et réponses",
      "medical-agreement-6":
        "Avenant 6 à la convention nationale des médecins libéraux de 2016, signé le 14 juin 2018",
      "medical-agreement-9":
        "Avenant 9 à la convention nationale des médecins libéraux de 2016, arrêté du 22 septembre 2021",
      "medical-agreement-2024": "Convention nationale des médecins libéraux de 2024, arrêté du 20 juin 2024",
      "speech-therapists-agreement-18":
        "Avenant 18 à la convention nationale des orthophonistes libéraux, publié le 28 octobre 2021",
      "midwives-agreement-5":
        "Avenant 5 à la convention nationale des sages-femmes libérales, publié le 19 mars 2022",
      "nurses-agreement-9":
        "Avenant 9 à la convention nationale des infirmières et infirmiers libéraux, publié le 18 novembre 2022",
      "physiotherapists-agreement-7":
        "Avenant 7 à la convention nationale des masseurs-kinésithérapeutes libéraux, publié le 25 août 2023",
      "podiatrists-agreement-5":
        "Avenant 5 à la convention nationale des pédicures-podologues libéraux, publié le 6 septembre 2023",
      "dentists-agreement-1":
        "Avenant 1 à la convention nationale des chirurgiens-dentistes libéraux, publié le 18 janvier 2025",
      "public-health-code": "Code de la santé publique",
    },
    sections: {
      "start of the act on 10 February 2019": "début de l’acte le 10 février 2019",
      "art. 28.6": "art. 28.6",
      "patients concerned": "patients concernés",
      "consent of the patient": "consentement du patient",
      conditions: "conditions",
      "secured exchange": "échange sécurisé",
      "equipment and security": "équipement et sécurité",
      "art. R6316-1, who may ask": "art. R6316-1, qui peut demander",
      "art. R6316-1, who may answer": "art. R6316-1, qui peut répondre",
      "level 1 or 2": "niveau 1 ou 2",
      "art. 28.6.2, level 2": "art. 28.6.2, niveau 2",
      "art. 28.6.2, level 1": "art. 28.6.2, niveau 1",
      "physician who answers": "médecin requis",
      "art. 28.6.2, acts per year; counted per civil year":
        "art. 28.6.2, actes par an ; comptés par année civile",
      "physician who asks": "médecin requérant",
      "act TE2 of level 2": "acte TE2 de niveau 2",
      fees: "tarifs",
      "act TE1": "acte TE1",
      "lump sum of the requester": "forfait annuel du requérant",
      billing: "facturation",
      "third-party payment, full reimbursement, no extra fee":
        "tiers payant, remboursement intégral, sans dépassement d’honoraires",
      "not combined with another act: stated for the years since 2022 only":
        "non-cumul avec un autre acte, énoncé seulement pour les années depuis 2022",
      "claim of the responder": "facture du professionnel requis",
      "who may practise tele-expertise": "qui peut pratiquer la téléexpertise",
      "physicians concerned": "médecins concernés",
      "lump sum of the requester, yearly ceiling": "forfait annuel du requérant, plafond",
      "asking for an opinion": "demande d’avis",
      "reasons for an opinion": "motifs d’une demande d’avis",
      "act TE2": "acte TE2",
      "act TE1, fee; no overseas amount was found":
        "acte TE1, tarif ; aucun montant d’outre-mer n’a été trouvé",
      "information of the patient": "information du patient",
      "two professionals of one health centre": "deux professionnels d’une même maison de santé",
      "art. 28.6.2, acts per year": "art. 28.6.2, actes par an",
      "acts per year": "actes par an",
      "tele-expertise": "téléexpertise",
      "urgency; guidance, not found in the agreements": "urgence ; recommandation, absente des conventions",
      "end of the levels": "fin des niveaux",
      "act TE2, who may bill it": "acte TE2, qui peut le facturer",
      "art. 9 (agreement, art. 58), the two cases": "art. 9 (convention, art. 58), les deux cas",
      "art. 9 (agreement, art. 58), patient known to the dentist":
        "art. 9 (convention, art. 58), patient connu du chirurgien-dentiste",
      "act TE2, acts per year; counted per civil year, responder and patient":
        "acte TE2, actes par an ; comptés par année civile, professionnel requis et patient",
      "number of acts per year": "nombre d’actes par an",
      "in-patient of the requesting hospital": "patient hospitalisé dans l’établissement requérant",
      "act TE2, fee": "acte TE2, tarif",
      "act RQD, who may bill it": "acte RQD, qui peut le facturer",
      "art. 9 (agreement, art. 58), dentist who asks":
        "art. 9 (convention, art. 58), chirurgien-dentiste requérant",
      "act RQD, acts per year; counted per civil year, requester and patient":
        "acte RQD, actes par an ; comptés par année civile, requérant et patient",
      "act RQD": "acte RQD",
      "act RQD, fee": "acte RQD, tarif",
      "act RQD, billed by the requester": "acte RQD, facturé par le requérant",
      "third-party payment, no extra fee, no other act": "tiers payant, ni dépassement ni autre acte",
      "claim of the requester": "facture du requérant",
      "art. R6316-1, version of 5 June 2021 (decree 2021-707)":
        "art. R6316-1, version du 5 juin 2021 (décret 2021-707)",
      "art. 2.3.2, acts per year": "art. 2.3.2, actes par an",
      "midwife who asks, acts per year": "sage-femme requérante, actes par an",
      "act RQD, acts per year": "acte RQD, actes par an",
      "between whom": "entre qui",
      urgency: "urgence",
      "start of the act TE2": "début de l’acte TE2",
      "act RQD, start": "acte RQD, début",
      start: "début",
      "art. 9 (agreement, art. 58), start": "art. 9 (convention, art. 58), début",
      "act RQD; no number of acts was found": "acte RQD ; aucun nombre d’actes n’a été trouvé",
      "art. 9 (agreement, art. 58); no number of acts was found":
        "art. 9 (convention, art. 58) ; aucun nombre d’actes n’a été trouvé",
      "act TE2, overseas fee": "acte TE2, tarif d’outre-mer",
      "share of remote acts": "part des actes à distance",
      "time to answer": "délai de réponse",
      "art. R6316-1, version of 22 October 2010": "art. R6316-1, version du 22 octobre 2010",
      "act TE1, fee": "acte TE1, tarif",
      "lump sum of the requester, level 1": "forfait annuel du requérant, niveau 1",
      "lump sum of the requester, level 1; no overseas amount was found":
        "forfait annuel du requérant, niveau 1 ; aucun montant d’outre-mer n’a été trouvé",
      "act TE2 of level 2, fee": "acte TE2 de niveau 2, tarif",
      "act TE2 of level 2, fee; no overseas amount was found":
        "acte TE2 de niveau 2, tarif ; aucun montant d’outre-mer n’a été trouvé",
      "lump sum of the requester, level 2": "forfait annuel du requérant, niveau 2",
      "lump sum of the requester, level 2; no overseas amount was found":
        "forfait annuel du requérant, niveau 2 ; aucun montant d’outre-mer n’a été trouvé",
      "act RQD, overseas fee": "acte RQD, tarif d’outre-mer",
      "art. 28.6.2, acts per year, level 1": "art. 28.6.2, actes par an, niveau 1",
      "art. 28.6.2, acts per year, level 2": "art. 28.6.2, actes par an, niveau 2",
      "act TE2, acts per year": "acte TE2, actes par an",
      "midwife who answers, acts per year": "sage-femme requise, actes par an",
      "act RQD; the day is likely, no number of acts was found":
        "acte RQD ; date probable, aucun nombre d’actes n’a été trouvé",
    },
    units: {
      acts: "actes",
    },
  },
});
