import { z } from 'zod';
import { AppError } from '../../core/app-error.ts';
import type { OutletGroup } from '../../core/blind-spot.ts';

const Groups = z.record(z.string().trim().min(1).max(80), z.array(z.string().trim().min(1)).min(1));

/**
 * Reads the operator's groups of outlets: a JSON object of names with lists of domains, ordered by name.
 * @param file where the text is from, for the message
 * @throws AppError `config/groups`, the user's to mend
 */
export function parseGroups(text: string, file: string): OutletGroup[] {
  const hint = 'It has to be JSON like {"Public broadcasters": ["bbc.co.uk", "ard.de"]}; see docs/config.md.';
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new AppError('config/groups', `The groups in ${file} cannot be read.`, {
      hint,
      blame: 'user',
      cause,
    });
  }
  const parsed = Groups.safeParse(content);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(', ') ?? '';
    throw new AppError(
      'config/groups',
      `The groups in ${file} are not as expected${where && ` at ${where}`}.`,
      {
        hint,
        blame: 'user',
      },
    );
  }
  return Object.entries(parsed.data)
    .map(([name, outlets]) => ({ name, outlets: [...new Set(outlets.map((id) => id.toLowerCase()))].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
