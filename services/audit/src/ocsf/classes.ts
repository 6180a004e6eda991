/** An OCSF event class: category and number, and the profiles our events of it apply. */
export interface OcsfClass {
  name: string;
  category: number;
  uid: number;
  profiles: readonly string[];
}

const IAM = ['ai_operation', 'security_control'] as const;

export const API_ACTIVITY: OcsfClass = {
  name: 'api_activity',
  category: 6,
  uid: 3,
  profiles: ['ai_operation', 'security_control', 'trace'],
};
export const APPLICATION_LIFECYCLE: OcsfClass = { name: 'application_lifecycle', category: 6, uid: 2, profiles: [] };
export const AUTHENTICATION: OcsfClass = { name: 'authentication', category: 3, uid: 2, profiles: IAM };
export const AUTHORIZE_SESSION: OcsfClass = { name: 'authorize_session', category: 3, uid: 3, profiles: IAM };
export const ENTITY_MANAGEMENT: OcsfClass = { name: 'entity_management', category: 3, uid: 4, profiles: IAM };

/** activity_id of the classes above; 99 is Other everywhere. */
export const ACTIVITY = {
  create: 1,
  read: 2,
  update: 3,
  delete: 4,
  other: 99,
  /** Authentication */
  logon: 1,
  /** Authorize Session */
  assignPrivileges: 1,
  /** Entity Management */
  enroll: 6,
  /** Application Lifecycle */
  start: 3,
} as const;
