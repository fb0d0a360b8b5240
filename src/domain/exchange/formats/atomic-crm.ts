import { column, headings, type Preset } from './column';

export const ATOMIC_CRM: Preset<'atomic-crm'> = {
  format: 'atomic-crm',
  tells: [['first_name', 'last_name', 'email_work|phone_work|background|linkedin_url']],
  holds: 'people',
  separator: ', ',
  columns: [
    column('first_name', 'person.given'),
    column('last_name', 'person.family'),
    column('title', 'person.title'),
    column('company', 'company.name'),
    column('background', 'person.note'),
    column('tags', 'person.tags'),
    column('linkedin_url', 'person.accounts', { scheme: 'linkedin', one: true }),
    column('email_work', 'person.emails', { label: 'work', one: true }),
    column('email_home', 'person.emails', { label: 'home', one: true }),
    column('email_other', 'person.emails', { label: 'other', one: true }),
    column('phone_work', 'person.phones', { label: 'work' }),
    column('phone_home', 'person.phones', { label: 'home' }),
    column('phone_other', 'person.phones', { label: 'other' }),
  ],
  untaken: headings('gender, first_seen, last_seen, has_newsletter, status, avatar'),
  silent: headings('id'),
};
