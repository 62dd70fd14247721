import { shippedLocale } from "../../language/index.js";
import { appointmentBooking } from "./policy.js";

export const appointmentBookingEn = shippedLocale(appointmentBooking, {
  locale: "en",
  cases: {
    "BK-2": "A first visit is booked at reception, through the contact centre or on the website.",
    "BK-9": "A repeat visit is booked at reception, through the contact centre or by the practitioner.",
    "BK-7-website":
      "The rules do not say what becomes of an emergency reported on the website: here too the patient is admitted at once, without booking.",
    "BK-7":
      "An emergency is admitted at once, without an appointment and without a queue, on a repeat visit too.",
    "BK-2-refused": "A first visit is not booked this way; where it is booked: {decision.permittedChannels}.",
    "BK-9-refused":
      "A repeat visit is not booked this way; where it is booked: {decision.permittedChannels}.",
    "RD-1": "Reception books once the documents are accepted, and they are not yet: ask for them.",
    "BK-3": "The patient has no entry in the clinic's information system: make one before booking.",
    "BK-4": "A slot is free on a day that suits the patient: book it.",
    "BK-5-elsewhere":
      "No slot is free, and the rules do not say how a request made here reaches the waitlist: pass it on to the contact centre.",
    "BK-5":
      "No slot is free on the days that suit the patient: offer the waitlist, where the contact centre makes the entry.",
    "BK-7-ambulance": "In an emergency an ambulance is called at the same time.",
    "BK-10-ambulance":
      "For repeat visits the rules do not mention the ambulance; to be on the safe side it is called all the same.",
    "BK-6":
      "After booking, the patient is told the practitioner's full name, the clinic's address, the date and the time.",
  },
  remarks: {
    "BK-1": "A first visit, consultation or examination is by appointment.",
    "BK-2-one-name":
      "The opening part makes no difference between reception and the contact centre, the later parts keep them apart; we follow the later parts.",
    "BK-3-elsewhere":
      "The rules describe the steps for reception and the contact centre only; taking the same steps on the website and with the practitioner is our reading.",
    "BK-4-days":
      "The patient's wish and the schedule decide on the day: the same day, the next or any other, as long as a slot is free.",
    "BK-5-entry":
      "One part has the request put on the waitlist at reception, another through the contact centre; we read that the contact centre makes every entry.",
    "BK-8": "The contact centre books in the same steps as reception, and tells the exact date and time.",
    "BK-8-papers":
      "The rules do not say whether papers are checked when somebody books by phone; we ask for them at reception only.",
  },
  values: {
    reception: "reception",
    "contact-centre": "contact centre",
    website: "website",
    practitioner: "practitioner",
    first: "first visit",
    repeat: "repeat visit",
    "admit-immediately": "admit at once",
    "refuse-channel": "refuse the booking here",
    "ask-for-documents": "ask for the documents",
    "register-in-mis": "make an entry in the information system",
    "book-slot": "book a slot",
    "add-to-waitlist": "offer the waitlist",
    "call-ambulance": "call an ambulance",
    "practitioner-full-name": "practitioner's full name",
    "clinic-address": "address of the clinic",
    "appointment-date": "date of the appointment",
    "appointment-time": "time of the appointment",
  },
});
