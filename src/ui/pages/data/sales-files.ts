/** What a sales file may be called. What it is shows when it is read. */
export const SALES_FILES = '.csv,.txt,.tsv,.gz,.xlsx,.xls,.html,.htm,.xml,text/csv';
