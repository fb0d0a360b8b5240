/** What may go wrong where the need was written without us. @source domain.md §5.8 */
export type InitiationRisk = 'installation' | 'service';

/** A passive opportunity (被动型项目) carries the risks of installation and service; an active one, or one not judged yet, none. */
export function initiationRisks(initiation: 'active' | 'passive' | undefined): readonly InitiationRisk[] {
  return initiation === 'passive' ? ['installation', 'service'] : [];
}
