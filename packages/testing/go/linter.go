//go:build tools

// Package linter names the linter that manifests are held against, so that go.mod pins it.
package linter

import _ "github.com/zegl/kube-score/cmd/kube-score"
