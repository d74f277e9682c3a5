import type { Area, ChartState } from './document';
import { a1Of } from './a1';
import { standsFor, strict, type Place } from './strict';

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** A chart in the making: its type, its ranges and its options are kept as they were given. */
export function createChartBuilder(place: Place): Builder {
  let type = '';
  const ranges: string[] = [];
  const options: Record<string, unknown> = {};
  let position: number[] = [];
  const builder: Builder = strict<Builder>(place, 'EmbeddedChartBuilder', {
    setChartType(kind) {
      type = String(kind);
      return builder;
    },
    addRange(range) {
      ranges.push(a1Of((standsFor(range) as { area: Area }).area));
      return builder;
    },
    setPosition(...at: number[]) {
      position = at;
      return builder;
    },
    setOption(name: string, value: unknown) {
      options[name] = value;
      return builder;
    },
    setNumHeaders: () => builder,
    build: () =>
      strict<GoogleAppsScript.Spreadsheet.EmbeddedChart>(place, 'EmbeddedChart', {}, {
        type,
        ranges,
        options,
        position,
      } satisfies ChartState),
  });
  return builder;
}
