using Search.Api.Hosting;

// Everything is registered in Hosting/, every route in its file in Endpoints/.
var app = WebApplication.CreateBuilder(args).AddSearch().Build();
app.UseSearch();
await app.RunSearchAsync();
