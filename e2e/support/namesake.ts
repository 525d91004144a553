import type { CastMember } from './cast';
import type { World } from './browser/world';

/** Adds a contact to the local GetSales with a person's name and company but another profile, `mira-namesake`. */
export async function addedNamesake(world: World, { name, firstName, lastName, company }: CastMember): Promise<void> {
  const options = await world.options();
  const lead = {
    linkedin_id: `${firstName.toLowerCase()}-namesake`,
    name,
    first_name: firstName,
    last_name: lastName,
    company_name: company,
  };
  await options.evaluate(
    async ({ key, person }) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const lists = await fetch('https://amazing.getsales.io/leads/api/lists', { headers });
      const listId = /"uuid":"([^"]+)"/u.exec(await lists.text())?.[1];
      const body = { lead: person, list_uuid: listId, update_if_exists: false, move_to_list: false };
      await fetch('https://amazing.getsales.io/leads/api/leads/upsert', {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
    },
    { key: world.sites.getsales.key, person: lead },
  );
}
