/** The number that digits of a text write, from a place on. The form of the text was checked before. */
export function digitsAt(text: string, from: number, count: number): number {
  let number = 0;
  for (let place = from; place < from + count; place += 1)
    number = number * 10 + text.charCodeAt(place) - zero;
  return number;
}

const zero = "0".charCodeAt(0);
