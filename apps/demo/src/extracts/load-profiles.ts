import { numberOf, readExtract } from './extract-file.js';

/** Measured sites of the load profile data set; see data/NOTICE.md. */
export type ProfileName = 'W_EFH' | 'W_W' | 'WP' | 'OE_Buero_k' | 'OE_Schule_k' | 'G_MV';

/** Power in W of a site with 1 MWh a year, per quarter-hour from HISTORY_START to DAY_END. */
export type LoadProfiles = Readonly<Record<ProfileName, readonly number[]>>;

export function readLoadProfiles(): LoadProfiles {
  const rows = readExtract('load-profiles.csv');
  const column = (name: ProfileName): number[] => rows.map((row) => numberOf(row, name));
  return {
    W_EFH: column('W_EFH'),
    W_W: column('W_W'),
    WP: column('WP'),
    OE_Buero_k: column('OE_Buero_k'),
    OE_Schule_k: column('OE_Schule_k'),
    G_MV: column('G_MV'),
  };
}
