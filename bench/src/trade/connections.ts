/** Devices that talk to the platform at the same time. */
export const CONNECTIONS = 64;
