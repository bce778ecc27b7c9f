import { expect, signIn, test } from "./test.ts";

const MANIFESTS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: parcel-labels, namespace: old }
spec:
  replicas: 2
  selector: { matchLabels: { app: parcel-labels } }
  template:
    metadata: { labels: { app: parcel-labels } }
    spec:
      initContainers: [{ name: wait, image: busybox }]
      containers:
        - name: server
          image: registry.example.com/parcel-labels:v3
          ports: [{ containerPort: 8080, name: http }]
          readinessProbe: { httpGet: { path: /ready, port: http } }
          resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: 200m, memory: 128Mi } }
---
apiVersion: v1
kind: Service
metadata: { name: parcel-labels, namespace: old }
spec: { selector: { app: parcel-labels }, ports: [{ port: 80, targetPort: http }] }
`;

test("a developer adopts what runs already, and sees first what changes and what is left", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/services");
  await page.getByRole("link", { name: "Adopt" }).click();
  await expect(page.getByRole("heading", { name: "Adopt services" })).toBeVisible();

  await test.step("what cannot be read is said with its line", async () => {
    await page.getByRole("textbox", { name: "Manifests" }).fill("kind: [");
    await page.getByRole("combobox", { name: "Owner" }).click();
    await page.getByRole("option", { name: /Shipping/i }).click();
    await page.getByRole("button", { name: "Read them" }).click();
    await expect(page.getByText(/line 1/)).toBeVisible();
  });

  await page.getByRole("textbox", { name: "Manifests" }).fill(MANIFESTS);
  await page.getByRole("button", { name: "Read them" }).click();
  await expect(page.getByText(/not carried over/).first()).toBeVisible();
  await expect(page.getByText(/services start in any order here/)).toBeVisible();
  await expect(page.getByText(/The request is the limit, 128Mi/)).toBeVisible();

  await page.getByRole("button", { name: "Add to the catalog" }).click();
  await expect(page).toHaveURL(/\/services\/parcel-labels/);
  await expect(page.getByRole("main").getByText("shipping-team").first()).toBeVisible();
});
