import { uploadsMiddleware } from '../frame/uploads/uploads-middleware.ts';

export default uploadsMiddleware;
