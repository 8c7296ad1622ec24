import type { Credit } from '@cuepoint/core';
import { z } from 'zod';
import { list, positive, requiredText, text } from './values.js';

/** Someone credited, with the role the row gives. */
export interface RoledCredit {
  readonly credit: Credit;
  readonly role: string | undefined;
}

/** People of the API shape, whose list is their role: `{id, name}`. */
export const credits = list(z.object({ id: positive, name: requiredText }).transform(toCredit));

/** People of the flat shape: `{id, name, type}`. */
export const flatCredits = list(
  z
    .object({ id: positive, name: requiredText, type: text })
    .transform((person): RoledCredit => ({ credit: toCredit(person), role: person.type })),
);

/** People of a search row: `{artist_id, artist_name, artist_type_name}`. */
export const searchCredits = list(
  z.object({ artist_id: positive, artist_name: requiredText, artist_type_name: text }).transform(
    (person): RoledCredit => ({
      credit: toCredit({ id: person.artist_id, name: person.artist_name }),
      role: person.artist_type_name,
    }),
  ),
);

/** Parts people by role; whoever is not called a remixer is an artist. */
export function byRole(people: readonly RoledCredit[]): { artists: readonly Credit[]; remixers: readonly Credit[] } {
  const isRemixer = ({ role }: RoledCredit) => role?.toLowerCase() === 'remixer';
  return {
    artists: people.filter((person) => !isRemixer(person)).map((person) => person.credit),
    remixers: people.filter(isRemixer).map((person) => person.credit),
  };
}

function toCredit(person: { readonly id: number | undefined; readonly name: string }): Credit {
  return person.id === undefined ? { name: person.name } : { id: person.id, name: person.name };
}
