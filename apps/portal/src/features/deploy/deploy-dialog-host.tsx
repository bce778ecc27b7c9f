"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { lazy, Suspense } from "react";
import { paths } from "../../paths.ts";
import type { DeployDialogProps } from "./deploy-dialog.tsx";

// A dialog, a select and the way to the API: most visits of a service need none of them.
const DeployDialog = lazy(() => import("./deploy-dialog.tsx").then((module) => ({ default: module.DeployDialog })));

type DeployDialogHostProps = Pick<DeployDialogProps, "service" | "document" | "targets">;

/** Opens the deploy dialog where the address asks for it, so that it can be linked to and closed by going back. */
export function DeployDialogHost({ service, document, targets }: DeployDialogHostProps) {
  const query = useSearchParams();
  const router = useRouter();
  const wanted = query.get("deploy");
  if (wanted === null) return null;
  const { spec } = document;
  const declared = typeof spec === "object" && spec !== null && "image" in spec ? String(spec.image) : "";
  return (
    <Suspense>
      <DeployDialog
        service={service}
        document={document}
        targets={targets}
        initialEnvironment={targets.find(({ name }) => name === wanted)?.name ?? targets[0]?.name ?? wanted}
        initialImage={query.get("image") ?? declared}
        onClose={() => router.replace(paths.service(service), { scroll: false })}
      />
    </Suspense>
  );
}
