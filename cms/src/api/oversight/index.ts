/** Routes alone: dead jobs and the audit trail. */
export default {};
