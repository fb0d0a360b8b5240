import type { Reports } from '@/src/app/ports/reports';
import { ownFile } from '../net/own-file';

export const reports: Reports = {
  program: () => ownFile('/report.js'),
  workbook: async (sheets) => {
    const { writeReport } = await import('./report-workbook');
    return new Blob([await writeReport(sheets)], {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  },
};
