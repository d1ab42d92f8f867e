/** Also the 33 characters of a Swiss metering point. */
export const METER_ID = /^[A-Za-z0-9._:-]{1,64}$/;

export const METER_ID_RULE = '1 to 64 letters, digits, dots, colons, dashes or underscores';
