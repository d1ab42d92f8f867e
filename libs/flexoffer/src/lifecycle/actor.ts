/**
 * Who causes a transition: the owner of the flexibility (through its agent), the flexibility manager that takes offers
 * in and hands schedules out, the market that matches them, or a deadline that passes: nobody but the clock.
 */
export type Actor = 'owner' | 'flexibility-manager' | 'market' | 'deadline';
