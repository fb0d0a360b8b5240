import { kindsByName, type Kind, type Kinds } from '@/src/domain/records/kind';

const modules = import.meta.glob<Record<string, Kind>>('@/src/domain/**/*.kind.ts', { eager: true });

/** Every kind of the domain, found by the name of its file. */
export const ALL_KINDS: Kinds = kindsByName(
  Object.values(modules).flatMap((module) =>
    Object.values(module).filter((one) => typeof one === 'object' && 'keysOf' in one),
  ),
);
