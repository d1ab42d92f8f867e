import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { readOptions } from '../testing/read-options.js';
import { readFlexOfferXml, writeFlexOfferXml } from './xml.js';

const MESSAGE = `<?xml version="1.0"?>
<flexOffer>
  <id>007 &amp; caf&#233;</id>
  <startAfterTime>
    2026-01-05T08:00:00Z
  </startAfterTime>
  <startBeforeInterval>1964004</startBeforeInterval>
  <flexOfferProfileConstraints>
    <energyConstraintList><lower>0.5</lower><upper>1</upper></energyConstraintList>
  </flexOfferProfileConstraints>
</flexOffer>`;

describe('readFlexOfferXml', () => {
  it('FO-01 reads the field names of the JSON message', () => {
    expect(readFlexOfferXml(MESSAGE, readOptions())).toMatchObject({
      ok: true,
      value: {
        id: '007 & café',
        startAfter: 1_964_000,
        startBefore: 1_964_004,
        slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 500, upperWh: 1000 }],
      },
    });
  });

  it.each([
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><flexOffer><id>&x;</id></flexOffer>',
    ],
    [
      'expanding entities',
      '<!doctype a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><flexOffer><id>&y;</id></flexOffer>',
    ],
    ['no end', '<flexOffer><id>1</id>'],
    ['another element', '<offer><id>1</id></offer>'],
    ['a text', '<flexOffer>1</flexOffer>'],
    ['a prototype', '<flexOffer><__proto__><id>1</id></__proto__></flexOffer>'],
    ['no XML', '{"id":1}'],
    ['nothing', ''],
  ])('FO-01 refuses %s', (_, xml) => {
    const read = readFlexOfferXml(xml, readOptions({ path: 'flexOffer[3]' }));
    expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual(['flexOffer[3]']);
  });

  it('FO-01 tells faults by the paths of the JSON message', () => {
    const read = readFlexOfferXml(MESSAGE.replace('<lower>0.5', '<lower>half'), readOptions());
    expect(read).toEqual({
      ok: false,
      faults: [
        { path: 'flexOfferProfileConstraints[0].energyConstraintList[0].lower', message: 'must be a number' },
      ],
    });
  });

  it('FO-01 gives unknown elements back, in the form in which the offer came', () => {
    const note = '<note><who>7</who><texts>a</texts><texts>b</texts></note>';
    const xml = MESSAGE.replace(
      '</flexOfferProfileConstraints>',
      '<colour>red</colour></flexOfferProfileConstraints>',
    ).replace('</flexOffer>', `${note}</flexOffer>`);
    const read = readFlexOfferXml(xml, readOptions());
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const origin = {
      dialect: 'specification-2',
      unknownFields: {
        note: { who: '7', texts: ['a', 'b'] },
        'flexOfferProfileConstraints[0].colour': 'red',
      },
    };
    expect(read.value.origin).toEqual(origin);
    const again = readFlexOfferXml(
      writeFlexOfferXml(read.value, { sign: 'consumption-positive' }),
      readOptions(),
    );
    expect(again).toEqual(read);
  });

  it('FO-01 leaves out what XML cannot say', () => {
    const offer = anOffer({
      stateReason: 'a\u0000b',
      origin: {
        dialect: 'specification-1',
        unknownFields: { 'no name': 1, nothing: null, list: [[1, 2], 3, null] },
      },
    });
    const xml = writeFlexOfferXml(offer, { sign: 'consumption-positive' });
    const read = readFlexOfferXml(xml, readOptions({ offeredById: offer.offeredById }));
    expect(read).toMatchObject({
      ok: true,
      value: { stateReason: 'a\uFFFDb', origin: { unknownFields: { list: ['1 2', '3'] } } },
    });
  });
});
