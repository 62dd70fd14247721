/** What a reservation goes by once MEDOTS has the appointment. */
export function appointmentReference(remoteId: string): string {
  return `medots-appointment ${remoteId}`;
}
