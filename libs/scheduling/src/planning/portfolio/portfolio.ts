import { byText } from '../../text-order.js';
