import { HostError } from '../hostError';
import type { Chart, Sheet } from '../model/sheet';
import { ApiObject, plainRecord, recordClass, under, type PropertyRecord, type Session } from './apiObject';
import type { Range } from './range';

const Title = recordClass('ChartTitle', { text: '', visible: true, overlay: false, position: 'Top' });
const Legend = recordClass('ChartLegend', { visible: true, position: 'Right', overlay: false });
const DataLabels = recordClass('ChartDataLabels', {
  showValue: false,
  showCategoryName: false,
  showSeriesName: false,
  showPercentage: false,
  position: 'None',
  numberFormat: 'General',
});
const Fill = recordClass('ChartFill', {});
const SeriesFields = recordClass('ChartSeries', {
  name: '',
  chartType: 'Invalid',
  gapWidth: 150,
  hasDataLabels: false,
  axisGroup: 'Primary',
});
const AxisFields = recordClass('ChartAxis', {
  visible: true,
  minimum: '',
  maximum: '',
  majorUnit: '',
  numberFormat: 'General',
  reversePlotOrder: false,
});
const ChartFields = recordClass('Chart', {
  name: '',
  chartType: 'ColumnClustered',
  top: 0,
  left: 0,
  height: 216,
  width: 360,
  plotBy: 'Columns',
  style: 2,
});

class FillObject extends Fill {
  setSolidColor(color: string): void {
    this.$record.set('color', color);
  }

  clear(): void {
    this.$record.set('color', undefined);
  }
}

const Format = recordClass('ChartSeriesFormat', {});

class SeriesFormat extends Format {
  get fill(): ApiObject {
    return new FillObject(this.$session, under(this.$record, 'fill'));
  }
}

class Series extends SeriesFields {
  get format(): ApiObject {
    return new SeriesFormat(this.$session, under(this.$record, 'format'));
  }

  get dataLabels(): ApiObject {
    return new DataLabels(this.$session, under(this.$record, 'dataLabels'));
  }

  setValues(range: Range): void {
    this.$record.set('values', range.address);
  }

  setXAxisValues(range: Range): void {
    this.$record.set('xAxisValues', range.address);
  }

  delete(): void {
    this.$record.set('deleted', true);
  }
}

class SeriesCollection extends ApiObject {
  override readonly $api = 'ChartSeriesCollection';

  constructor(
    session: Session,
    private readonly record: PropertyRecord,
  ) {
    super(session);
  }

  #at(place: number): Series {
    return new Series(this.$session, under(this.record, String(place)));
  }

  #places(): number[] {
    const count = Number(this.record.get('count') ?? 0);
    return Array.from({ length: count }, (_, place) => place).filter((place) => !this.record.get(`${place}/deleted`));
  }

  get items(): readonly ApiObject[] {
    return this.#places().map((place) => this.#at(place));
  }

  get count(): number {
    return this.#places().length;
  }

  getItemAt(index: number): ApiObject {
    const place = this.#places()[index];
    if (place === undefined) throw new HostError('InvalidArgument', `no series at ${index}`);
    return this.#at(place);
  }

  add(name = ''): ApiObject {
    const place = Number(this.record.get('count') ?? 0);
    this.record.set('count', place + 1);
    this.record.set(`${place}/name`, name);
    return this.#at(place);
  }
}

class Axis extends AxisFields {
  get title(): ApiObject {
    return new AxisTitle(this.$session, under(this.$record, 'title'));
  }

  get majorGridlines(): ApiObject {
    return new Gridlines(this.$session, under(this.$record, 'majorGridlines'));
  }
}

const AxisTitle = recordClass('ChartAxisTitle', { text: '', visible: true });
const Gridlines = recordClass('ChartGridlines', { visible: true });
const NoFields = recordClass('ChartAxes', {});

class Axes extends NoFields {
  get categoryAxis(): ApiObject {
    return new Axis(this.$session, under(this.$record, 'category'));
  }

  get valueAxis(): ApiObject {
    return new Axis(this.$session, under(this.$record, 'value'));
  }
}

/** A chart: its fields as they were set. Nothing is drawn. */
class ChartObject extends ChartFields {
  constructor(
    session: Session,
    private readonly sheet: Sheet,
    private readonly chart: Chart,
  ) {
    super(session, plainRecord(chart.settings));
  }

  override get $id(): string {
    return this.chart.id;
  }

  get id(): string {
    return this.chart.id;
  }

  get title(): ApiObject {
    return new Title(this.$session, under(this.$record, 'title'));
  }

  get legend(): ApiObject {
    return new Legend(this.$session, under(this.$record, 'legend'));
  }

  get dataLabels(): ApiObject {
    return new DataLabels(this.$session, under(this.$record, 'dataLabels'));
  }

  get series(): ApiObject {
    return new SeriesCollection(this.$session, under(this.$record, 'series'));
  }

  get axes(): ApiObject {
    return new Axes(this.$session, under(this.$record, 'axes'));
  }

  setData(range: Range, seriesBy = 'Auto'): void {
    Object.assign(this.chart, { source: { sheet: range.$sheet, area: range.$sheet.keep({ ...range.$area }) } });
    this.$record.set('seriesBy', seriesBy);
  }

  setPosition(start: string | Range, end: string | Range = start): void {
    const text = (at: string | Range): string => (typeof at === 'string' ? at : at.address);
    this.$record.set('position', `${text(start)}:${text(end)}`);
  }

  delete(): void {
    this.sheet.charts = this.sheet.charts.filter((one) => one !== this.chart);
  }
}

export class ChartCollection extends ApiObject {
  override readonly $api = 'ChartCollection';

  constructor(
    session: Session,
    private readonly sheet: Sheet,
  ) {
    super(session);
  }

  get items(): readonly ApiObject[] {
    return this.sheet.charts.map((chart) => new ChartObject(this.$session, this.sheet, chart));
  }

  get count(): number {
    return this.sheet.charts.length;
  }

  getCount(): number {
    return this.sheet.charts.length;
  }

  #find(key: string): ApiObject | null {
    const found = this.sheet.charts.find(({ id, settings }) => id === key || settings['name'] === key);
    return found ? new ChartObject(this.$session, this.sheet, found) : null;
  }

  getItem(name: string): ApiObject {
    const found = this.#find(name);
    if (!found) throw new HostError('ItemNotFound', `no chart ${name}`);
    return found;
  }

  getItemOrNullObject(name: string): ApiObject | null {
    return this.#find(name);
  }

  getItemAt(index: number): ApiObject {
    const item = this.items[index];
    if (!item) throw new HostError('ItemNotFound', `no chart at ${index}`);
    return item;
  }

  add(type: string, source: Range, seriesBy = 'Auto'): ApiObject {
    if (this.sheet.protection.on) throw new HostError('AccessDenied', `${this.sheet.name} is protected`);
    // The first column names the categories, each other one is a series.
    const columns = source.columnCount;
    const chart: Chart = {
      id: this.$session.workbook.nextId(),
      source: { sheet: source.$sheet, area: source.$sheet.keep({ ...source.$area }) },
      settings: {
        chartType: type,
        seriesBy,
        name: `Graphique ${this.sheet.charts.length + 1}`,
        'series/count': Math.max(1, columns - 1),
      },
    };
    this.sheet.charts.push(chart);
    return new ChartObject(this.$session, this.sheet, chart);
  }
}
