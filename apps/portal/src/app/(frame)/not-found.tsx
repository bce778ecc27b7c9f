export { PageMissing as default } from "../../features/problem/page-missing.tsx";
