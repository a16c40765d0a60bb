package schema

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// base is the address under which the compiler knows the embedded files. Nothing
// is ever fetched from it.
const base = "schema://cadre/"

// compiler compiles the embedded schemas. It is shared, so that what several
// kinds refer to is compiled once; the mutex guards its growing tables. Compiled
// schemas are never changed again and may be used while others are compiled.
type compiler struct {
	sync.Mutex
	v5 *jsonschema.Compiler
}

// newCompiler returns a compiler that can load what open returns and nothing
// else. The library's own loader would read any file that a reference names.
func newCompiler(open func(name string) (string, bool)) *compiler {
	v5 := jsonschema.NewCompiler()
	v5.Draft = jsonschema.Draft7
	v5.AssertFormat = true
	v5.LoadURL = func(url string) (io.ReadCloser, error) {
		name, inside := strings.CutPrefix(url, base)
		name, isSchema := strings.CutSuffix(name, suffix)
		if text, ok := open(name); inside && isSchema && ok {
			return io.NopCloser(strings.NewReader(text)), nil
		}
		return nil, fmt.Errorf("%s is not one of the embedded schemas", url)
	}
	return &compiler{v5: v5}
}

// compile returns the compiled schema of a name.
func (c *compiler) compile(name string) (s *jsonschema.Schema, err error) {
	c.Lock()
	defer c.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("compiling schema %q: %v", name, r)
		}
	}()
	s, err = c.v5.Compile(base + name + suffix)
	if err != nil {
		return nil, fmt.Errorf("compiling schema %q: %w", name, err)
	}
	return s, nil
}

var embedded = sync.OnceValue(func() *compiler { return newCompiler(Text) })

// compiledOnce holds, by name, the function that compiles a schema at its first call.
var compiledOnce sync.Map

// compiled returns the schema of a name, compiled when it is first asked for.
func compiled(name string) (*jsonschema.Schema, error) {
	if !exists(name) {
		return nil, fmt.Errorf("unknown schema %q: the schemas are %s", name, strings.Join(names(), ", "))
	}
	once, _ := compiledOnce.LoadOrStore(name, sync.OnceValues(func() (*jsonschema.Schema, error) {
		return embedded().compile(name)
	}))
	return once.(func() (*jsonschema.Schema, error))()
}

// Compile compiles the schema of a name, which [Check] otherwise does at its
// first use. A caller that has other work to wait for may start it early.
func Compile(name string) error {
	_, err := compiled(name)
	return err
}

// run validates a value that guard let pass. The library's panics become errors:
// a check that broke off must not read as clean.
func run(s *jsonschema.Schema, value any) (failure *jsonschema.ValidationError, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("judging a value: %v", r)
		}
	}()
	err = s.Validate(value)
	if errors.As(err, &failure) {
		return failure, nil
	}
	return nil, err
}
