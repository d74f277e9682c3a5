import { ApiObject, recordClass, under, type PropertyRecord, type Session } from './apiObject';

const Fill = recordClass('RangeFill', { color: '#FFFFFF', pattern: 'None', tintAndShade: 0 });
const Font = recordClass('RangeFont', {
  bold: false,
  color: '#000000',
  italic: false,
  name: 'Calibri',
  size: 11,
  strikethrough: false,
  underline: 'None',
});
const Protection = recordClass('FormatProtection', { locked: true, formulaHidden: false });
const Border = recordClass('RangeBorder', { color: '#000000', style: 'None', weight: 'Thin', sideIndex: '' });

class FillObject extends Fill {
  clear(): void {
    this.$record.set('color', undefined);
    this.$record.set('pattern', undefined);
  }
}

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'];

class Borders extends ApiObject {
  override readonly $api = 'RangeBorderCollection';

  constructor(
    session: Session,
    private readonly record: PropertyRecord,
  ) {
    super(session);
  }

  getItem(side: string): ApiObject {
    const record = under(this.record, side);
    return new Border(this.$session, { ...record, get: (name) => (name === 'sideIndex' ? side : record.get(name)) });
  }

  get items(): readonly ApiObject[] {
    return SIDES.map((side) => this.getItem(side));
  }

  get count(): number {
    return SIDES.length;
  }
}

const Format = recordClass('RangeFormat', {
  columnWidth: 64,
  rowHeight: 15,
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
});

/** The formats of a range; `record` reads and writes them cell by cell. */
export class RangeFormat extends Format {
  get fill(): ApiObject {
    return new FillObject(this.$session, under(this.$record, 'fill'));
  }

  get font(): ApiObject {
    return new Font(this.$session, under(this.$record, 'font'));
  }

  get borders(): ApiObject {
    return new Borders(this.$session, under(this.$record, 'borders'));
  }

  get protection(): ApiObject {
    return new Protection(this.$session, under(this.$record, 'protection'));
  }

  autofitColumns(): void {}

  autofitRows(): void {}
}

const CfFill = recordClass('ConditionalRangeFill', { color: null });
const CfFont = recordClass('ConditionalRangeFont', {
  bold: null,
  color: null,
  italic: null,
  strikethrough: null,
  underline: null,
});
const CfBorder = recordClass('ConditionalRangeBorder', { color: null, style: 'None', sideIndex: '' });
const CfFormat = recordClass('ConditionalRangeFormat', { numberFormat: null });

class CfBorders extends ApiObject {
  override readonly $api = 'ConditionalRangeBorderCollection';

  constructor(
    session: Session,
    private readonly record: PropertyRecord,
  ) {
    super(session);
  }

  getItem(side: string): ApiObject {
    const record = under(this.record, side);
    return new CfBorder(this.$session, { ...record, get: (name) => (name === 'sideIndex' ? side : record.get(name)) });
  }

  get top(): ApiObject {
    return this.getItem('EdgeTop');
  }

  get bottom(): ApiObject {
    return this.getItem('EdgeBottom');
  }

  get left(): ApiObject {
    return this.getItem('EdgeLeft');
  }

  get right(): ApiObject {
    return this.getItem('EdgeRight');
  }
}

/** How a conditional format shows a cell. */
export class ConditionalRangeFormat extends CfFormat {
  get fill(): ApiObject {
    return new CfFill(this.$session, under(this.$record, 'fill'));
  }

  get font(): ApiObject {
    return new CfFont(this.$session, under(this.$record, 'font'));
  }

  get borders(): ApiObject {
    return new CfBorders(this.$session, under(this.$record, 'borders'));
  }
}
