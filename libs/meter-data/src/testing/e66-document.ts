/** For specs: one observation of a made-up document. */
export interface MadeObservation {
  readonly sequence: number | string;
  readonly volume: string;
  readonly condition?: string;
}

export interface MadeMeteringData {
  readonly start?: string;
  readonly end?: string;
  readonly point?: string;
  readonly production?: boolean;
  readonly resolution?: string;
  readonly unit?: string;
  readonly observations: readonly MadeObservation[];
}

/** For specs: 33 characters. */
export const POINT = `CH${'0123456789'.repeat(3)}A`;

/** For specs: a document as a grid operator would send it, with made-up content. */
export function e66Document(
  parts: readonly MadeMeteringData[],
  {
    version = '14',
    namespace = 'http://www.strom.ch',
    type = 'E66',
    creation = '2026-01-17T05:00:00Z',
    status = '9',
  } = {},
): string {
  const root = `rsm:ValidatedMeteredData_${version}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns:rsm="${namespace}">
  <rsm:ValidatedMeteredData_HeaderInformation>
    <rsm:HeaderVersion>1.0</rsm:HeaderVersion>
    <rsm:Sender><rsm:ID><rsm:EICID>12X-0000000001-A</rsm:EICID></rsm:ID><rsm:Role>MDR</rsm:Role></rsm:Sender>
    <rsm:InstanceDocument>
      <rsm:DocumentID>head-1</rsm:DocumentID>
      <rsm:DocumentType><rsm:ebIXCode>${type}</rsm:ebIXCode></rsm:DocumentType>
      <rsm:Creation>${creation}</rsm:Creation>
      <rsm:Status>${status}</rsm:Status>
    </rsm:InstanceDocument>
  </rsm:ValidatedMeteredData_HeaderInformation>
${parts.map(meteringData).join('\n')}
</${root}>
`;
}

function meteringData(part: MadeMeteringData, index: number): string {
  const { start = '2026-01-15T00:00:00Z', end = '2026-01-15T01:00:00Z', point = POINT } = part;
  const side = part.production ? 'ProductionMeteringPoint' : 'ConsumptionMeteringPoint';
  return `  <rsm:MeteringData>
    <rsm:DocumentID>data-${index}</rsm:DocumentID>
    <rsm:Interval><rsm:StartDateTime>${start}</rsm:StartDateTime><rsm:EndDateTime>${end}</rsm:EndDateTime></rsm:Interval>
    <rsm:Resolution><rsm:Resolution>${part.resolution ?? '15'}</rsm:Resolution><rsm:Unit>MIN</rsm:Unit></rsm:Resolution>
    <rsm:${side}><rsm:VSENationalID>${point}</rsm:VSENationalID></rsm:${side}>
    <rsm:Product><rsm:ID>8716867000030</rsm:ID><rsm:MeasureUnit>${part.unit ?? 'KWH'}</rsm:MeasureUnit></rsm:Product>
${part.observations.map(observation).join('\n')}
  </rsm:MeteringData>`;
}

function observation({ sequence, volume, condition }: MadeObservation): string {
  const code = condition === undefined ? '' : `<rsm:Condition>${condition}</rsm:Condition>`;
  return `    <rsm:Observation><rsm:Position><rsm:Sequence>${sequence}</rsm:Sequence></rsm:Position><rsm:Volume>${volume}</rsm:Volume>${code}</rsm:Observation>`;
}

/** For specs: so many observations of 0.250 kWh. */
export function quarters(count: number): MadeObservation[] {
  return Array.from({ length: count }, (_, index) => ({ sequence: index + 1, volume: '0.250' }));
}
