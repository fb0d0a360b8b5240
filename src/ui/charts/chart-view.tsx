import { Group, Button, Loader, Text, useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { useInterface } from '../app-context';
import { captionedPng } from './captioned-png';
import { captionedSvg } from './captioned-svg';
import type { DrawnChart } from './embed-chart';
import { loadCharts } from './load-charts';
import classes from './chart-view.module.css';

/** Marks of a chart that can be picked. */
export interface Picking {
  readonly selections: readonly string[];
  /** Is given what a selection says. */
  readonly onPick: (said: unknown) => void;
  /** Another number lets go of what is picked. */
  readonly turn: number;
}

interface Props {
  readonly name: string;
  readonly title: string;
  /** What its figures mean and come from, a sentence each: part of the files. */
  readonly origin: readonly string[];
  readonly spec: ChartSpec;
  readonly picking?: Picking;
}

/** One chart with its title and its downloads. The drawing engine is loaded when the first chart comes into view. */
export function ChartView({ name, title, origin, spec, picking }: Props) {
  const { app, format } = useInterface();
  const { t } = useTranslation('analysis-page');
  const { element, drawn, failed, look } = useDrawn(spec, format.language);
  usePicking(drawn, picking);
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    if (!drawn) return;
    const caption = { title, lines: origin };
    const blob =
      kind === 'svg'
        ? new Blob([captionedSvg(await drawn.toSvg(), caption, look)], { type: 'image/svg+xml' })
        : await captionedPng(blobOf(await drawn.toPng()), caption, look);
    app.host.saveFile(`${name}.${kind}`, blob);
  };
  return (
    <figure className={classes['figure']} data-chart={name} data-drawn={drawn !== undefined}>
      <Group justify="space-between" mb={4}>
        <Text component="figcaption" fw={600} size="sm">
          {title}
        </Text>
        <Group gap={4}>
          <Button size="compact-sm" variant="subtle" disabled={!drawn} onClick={() => void save('png')}>
            {t('downloadPng')}
          </Button>
          <Button size="compact-sm" variant="subtle" disabled={!drawn} onClick={() => void save('svg')}>
            {t('downloadSvg')}
          </Button>
        </Group>
      </Group>
      {!drawn && !failed && <Loader size="sm" />}
      {failed && <Text c="red">{failed}</Text>}
      {/* A picture wider than the screen scrolls, by keyboard too. */}
      <div className={classes['scroller']} tabIndex={0} role="group" aria-label={title}>
        <div role="img" aria-label={title}>
          <div ref={element} className={classes['chart']} aria-hidden="true" />
        </div>
      </div>
    </figure>
  );
}

function useDrawn(spec: ChartSpec, language: string) {
  const element = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnChart>();
  const [failed, setFailed] = useState<string>();
  const dark = useComputedColorScheme('light') === 'dark';
  const { fontFamily } = useMantineTheme();
  useEffect(() => {
    const place = element.current;
    if (!place) return;
    let gone = false;
    let chart: DrawnChart | undefined;
    const draw = async (): Promise<void> => {
      try {
        const { embedChart } = await loadCharts();
        if (gone) return;
        chart = await embedChart(place, spec, { dark, fontFamily: fontFamily ?? 'sans-serif', language });
        if (gone) chart.finish();
        else setDrawn(chart);
      } catch (thrown) {
        if (!gone) setFailed(String(thrown));
      }
    };
    void draw();
    return () => {
      gone = true;
      chart?.finish();
      setDrawn(undefined);
      setFailed(undefined);
    };
  }, [spec, dark, fontFamily, language]);
  return { element, drawn, failed, look: { dark, fontFamily: fontFamily ?? 'sans-serif' } };
}

function usePicking(drawn: DrawnChart | undefined, picking: Picking | undefined): void {
  const tell = useEffectEvent((said: unknown) => picking?.onPick(said));
  const names = picking?.selections.join('\n') ?? '';
  const turn = picking?.turn ?? 0;
  useEffect(() => {
    if (names !== '') drawn?.onPick(names.split('\n'), tell);
  }, [drawn, names]);
  useEffect(() => {
    if (turn > 0 && names !== '') void drawn?.unpick(names.split('\n'));
  }, [drawn, names, turn]);
}

/** The bytes of a data: address; fetching it is not for the interface to do. */
function blobOf(address: string): Blob {
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
