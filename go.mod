module github.com/cadre-framework/cadre

go 1.26.6
