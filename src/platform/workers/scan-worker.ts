import { expose } from 'comlink';
import { ScanService } from './scan-service';

expose(new ScanService());
