"use client";

export { PageFailed as default } from "../../features/problem/page-failed.tsx";
